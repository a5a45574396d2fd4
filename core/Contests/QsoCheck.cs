using System.Globalization;
using OrleansContest.Channels;

namespace OrleansContest.Contests;

/// <summary>Reads a contact that somebody reports, and collects what is wrong with it: one sentence a field.</summary>
internal sealed class QsoCheck(ContestCard card, QsoDraft draft)
{
    private const int MaxNotes = 2_000;
    private const decimal MaxPower = 100_000;

    private static readonly string[] dateForms = ["yyyy-MM-dd", "yyyyMMdd"];

    private List<string>? reasons;

    public Refusal? Refusal => reasons is null ? null : ContestRefusals.Invalid(reasons);

    /// <summary>The required fields that are missing, by their names in the contract.</summary>
    public static IReadOnlyList<string> Missing(QsoDraft draft)
    {
        ReadOnlySpan<(string Name, string? Text)> required =
        [
            ("stationId", draft.StationId),
            ("callsign", draft.Callsign),
            ("band", draft.Frequency is null ? draft.Band : "follows"),
            ("mode", draft.Mode),
            ("qsoDate", draft.QsoDate),
            ("qsoTime", draft.QsoTime),
        ];
        List<string>? missing = null;
        foreach (var (name, text) in required)
        {
            if (string.IsNullOrWhiteSpace(text))
            {
                (missing ??= []).Add(name);
            }
        }

        return missing ?? [];
    }

    /// <summary>The contact as an entry that does not count yet; means something only if there is no <see cref="Refusal"/>.</summary>
    public LogEntry Read(string id, DateTimeOffset createdAt, DateTimeOffset at)
    {
        var key = new ContactKey(card.Id, Club(), Station(), Callsign(), Band(), Mode(), Date(), Time());
        return new()
        {
            Id = id,
            ContestId = card.Id,
            StationId = key.StationId,
            ClubId = key.ClubId,
            OperatorCallsign = Said("operatorCallsign", draft.OperatorCallsign, StationIds.MaxLength)?.ToUpperInvariant(),
            Source = Said("source", draft.Source) ?? "api",
            DedupeKey = Said("dedupeKey", draft.DedupeKey) ?? key.ToString(),
            Callsign = key.Callsign,
            Band = key.Band,
            Mode = key.Mode,
            Frequency = draft.Frequency,
            RstSent = Text("rstSent", draft.RstSent),
            RstRcvd = Text("rstRcvd", draft.RstRcvd),
            Exchange = Text("exchange", draft.Exchange),
            ExchangeSent = Text("exchangeSent", draft.ExchangeSent),
            Power = Power(),
            QsoDate = key.QsoDate,
            QsoTime = key.QsoTime,
            Points = 0,
            IsDupe = false,
            Name = Text("name", draft.Name),
            State = Text("state", draft.State),
            Grid = Grid(),
            Notes = Text("notes", draft.Notes, MaxNotes, lines: true),
            Transmitter = Transmitter(),
            CreatedAt = createdAt,
            UpdatedAt = at,
        };
    }

    private string Station()
    {
        var station = draft.StationId!.Trim();
        return StationIds.IsValid(station) ? station : Wrong(StationIds.Rule);
    }

    private string? Club() => Said("clubId", draft.ClubId) switch
    {
        ContactKey.NoClub => null,
        { } club when club.Contains('|') => Wrong("clubId has no '|'."),
        var club => club,
    };

    private string Callsign() =>
        Callsigns.TryNormalize(draft.Callsign, out var call) ? call : Wrong($"callsign {Quoted(draft.Callsign)} is not a callsign.");

    private string Band()
    {
        var band = string.IsNullOrWhiteSpace(draft.Band) ? BandOfFrequency() : BandAsSaid(draft.Band);
        return band.Length == 0 || card.Rules.Bands.Count == 0 || card.Rules.Bands.Contains(band)
            ? band
            : Wrong($"band {band} does not count in this contest; these do: {string.Join(", ", card.Rules.Bands)}.");
    }

    private string BandOfFrequency() =>
        Bands.TryFromFrequency(draft.Frequency!.Value, out var band) ? band : Wrong($"frequency {Mhz()} MHz is in no amateur band.");

    private string BandAsSaid(string said)
    {
        if (!Bands.TryNormalize(said, out var band))
        {
            return Wrong($"band {Quoted(said)} is not an amateur band; write metres, such as 20, or as ADIF does, such as 20m or 70cm.");
        }

        var fits = draft.Frequency is not { } mhz || (Bands.TryFromFrequency(mhz, out var actual) && actual == band);
        return fits ? band : Wrong($"frequency {Mhz()} MHz is not in band {band}.");
    }

    private string Mode()
    {
        if (!Modes.TryNormalize(draft.Mode, out var mode))
        {
            return Wrong($"mode {Quoted(draft.Mode)} is not an ADIF mode or submode.");
        }

        return card.Rules.Modes.Count == 0 || IsAllowed(mode)
            ? mode
            : Wrong($"mode {mode} does not count in this contest; these do: {string.Join(", ", card.Rules.Modes)}.");
    }

    private bool IsAllowed(string mode) =>
        card.Rules.Modes.Contains(mode) || card.Rules.Modes.Contains(ModeClasses.NameOf(ModeClasses.Of(mode)));

    private decimal? Power()
    {
        if (draft.Power is < 0 or > MaxPower)
        {
            Wrong($"power is 0 to {MaxPower:0} watts.");
        }

        return draft.Power;
    }

    private DateOnly Date()
    {
        var said = draft.QsoDate!.Trim();
        if (!DateOnly.TryParseExact(said, dateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            Wrong($"qsoDate {Quoted(said)} is not a date; write YYYY-MM-DD.");
        }

        return date;
    }

    private string Time() =>
        QsoTimes.TryNormalize(draft.QsoTime!, out var time)
            ? time
            : Wrong($"qsoTime {Quoted(draft.QsoTime)} is not a time; write HH:MM or HH:MM:SS.");

    private string? Grid() => draft.Grid switch
    {
        var said when string.IsNullOrWhiteSpace(said) => null,
        var said when Grids.TryNormalize(said, out var grid) => grid,
        var said => Wrong($"grid {Quoted(said)} is not a locator of 4, 6 or 8 characters, such as FN31pr."),
    };

    private int? Transmitter()
    {
        if (draft.Transmitter is not (null or 0 or 1))
        {
            Wrong("transmitter is 0 or 1.");
        }

        return draft.Transmitter;
    }

    /// <summary>Text for which nothing and blank are the same.</summary>
    private string? Said(string field, string? text, int maxLength = PlainText.MaxLength) =>
        string.IsNullOrWhiteSpace(text) ? null : Text(field, text, maxLength);

    private string? Text(string field, string? text, int maxLength = PlainText.MaxLength, bool lines = false) => text?.Trim() switch
    {
        null => null,
        { } trimmed when trimmed.Length > maxLength => Wrong($"{field} has at most {maxLength} characters."),
        { } trimmed when !PlainText.IsClean(trimmed, lines) => Wrong($"{field} has no control characters."),
        var trimmed => trimmed,
    };

    private string Mhz() => draft.Frequency!.Value.ToString(CultureInfo.InvariantCulture);

    private static string Quoted(string? text) => PlainText.Quote(text);

    /// <returns>Nothing, in place of what is wrong.</returns>
    private string Wrong(string reason)
    {
        (reasons ??= []).Add(reason);
        return "";
    }
}
