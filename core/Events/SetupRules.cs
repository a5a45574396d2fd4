using OrleansContest.Channels;

namespace OrleansContest.Events;

/// <summary>How an event is set up, and how it goes through its life.</summary>
internal static class SetupRules
{
    private const int MaxText = 200;
    private const int MaxAddress = 2_000;

    public static Decision<EventFact> Create(LiveEvent live, CreateEvent command)
    {
        var draft = Tidy(command.Draft);
        if (Wrong(draft) is { } reasons)
        {
            return EventRefusals.InvalidEvent(reasons);
        }

        var setup = EventSetup.Of(draft, command.KeyHash, command.At);
        return Decision<EventFact>.Accept(EventViews.CardOf(live.EventId, setup, said: null), new EventCreated(setup));
    }

    /// <summary>A retry of the first creation, by the same key, has its answer.</summary>
    public static Decision<EventFact> CreateAgain(LiveEvent live, EventSetup setup, CreateEvent command) =>
        setup.KeyHash == command.KeyHash && setup.Draft == Tidy(command.Draft)
            ? Decision<EventFact>.Accept(live.Card())
            : EventRefusals.EventExists(live.EventId);

    public static Decision<EventFact> ChangeStatus(LiveEvent live, EventSetup setup, ChangeStatus command) =>
        LifeCycle.Next(setup.Status).Contains(command.Status)
            ? Decision<EventFact>.Accept(
                new StatusChange(live.EventId, setup.Status, command.Status, command.At),
                new StatusChanged(setup.Status, command.Status, command.At))
            : EventRefusals.InvalidTransition(setup.Status, command.Status);

    public static Decision<EventFact> Configure(EventSetup setup, ConfigureEvent command)
    {
        var (edit, config) = (command.Edit, setup.Config);
        var changed = new EventConfig(
            edit.ActiveRaceId ?? config.ActiveRaceId,
            edit.DisplayMode ?? config.DisplayMode,
            edit.ShowOnCourse ?? config.ShowOnCourse,
            edit.Strategy ?? config.Strategy,
            edit.MaxConnections ?? config.MaxConnections);
        return Wrong(changed) switch
        {
            { } reasons => EventRefusals.InvalidConfig(reasons),
            null when changed == config => Decision<EventFact>.Accept(config),
            null => Decision<EventFact>.Accept(changed, new EventConfigured(changed)),
        };
    }

    private static EventDraft Tidy(EventDraft draft) => draft with
    {
        MainTitle = draft.MainTitle.Trim(),
        SubTitle = Tidy(draft.SubTitle),
        Location = Tidy(draft.Location),
        Facility = Tidy(draft.Facility),
        Discipline = Tidy(draft.Discipline),
        ImageUrl = Tidy(draft.ImageUrl),
    };

    private static string? Tidy(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static IReadOnlyList<string>? Wrong(EventDraft draft)
    {
        var reasons = new Reasons();
        reasons.RequireText("mainTitle", draft.MainTitle, MaxText);
        reasons.RequireText("subTitle", draft.SubTitle, MaxText);
        reasons.RequireText("location", draft.Location, MaxText);
        reasons.RequireText("facility", draft.Facility, MaxText);
        reasons.RequireText("discipline", draft.Discipline, MaxText);
        reasons.RequireText("imageUrl", draft.ImageUrl, MaxAddress);
        reasons.Require(
            draft.ImageUrl is null || (Uri.TryCreate(draft.ImageUrl, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"),
            "imageUrl is an http or https address.");
        reasons.Require(!(draft.EndDate < draft.StartDate), "endDate is not before startDate.");
        RequireSettings(reasons, draft.Strategy, draft.MaxConnections);
        return reasons.All;
    }

    private static IReadOnlyList<string>? Wrong(EventConfig config)
    {
        var reasons = new Reasons();
        reasons.RequireText("activeRaceId", config.ActiveRaceId, ExportLimits.MaxId);
        reasons.Require(config.DisplayMode is null or "simple" or "detailed", "displayMode is simple or detailed.");
        RequireSettings(reasons, config.Strategy, config.MaxConnections);
        return reasons.All;
    }

    private static void RequireSettings(Reasons reasons, MergeStrategy strategy, int maxConnections)
    {
        reasons.Require(Enum.IsDefined(strategy), "strategy is push-wins or xml-wins.");
        reasons.Require(
            maxConnections is > 0 and <= EventConfig.MostConnections, $"maxConnections is 1 to {EventConfig.MostConnections}.");
    }
}
