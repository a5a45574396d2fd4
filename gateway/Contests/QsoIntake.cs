using OrleansContest.Channels;
using OrleansContest.Contests;

namespace OrleansContest.Gateway.Contests;

/// <summary>Takes contacts to their contests.</summary>
internal sealed class QsoIntake(IChannels channels)
{
    /// <summary>The contest of contacts that name none. It begins with the first of them that a trusted caller sends.</summary>
    public const string NoContest = "none";

    public async Task<Outcome<Logged>> LogAsync(Caller caller, QsoInput input) =>
        (await LogAsync(caller, input.ContestId, [input.Draft]))[0];

    /// <returns>One outcome per draft, in order.</returns>
    public async Task<IReadOnlyList<Outcome<Logged>>> LogAsync(Caller caller, string contestId, IReadOnlyList<QsoDraft> drafts)
    {
        if (!ChannelId.IsValidId(contestId))
        {
            return [.. drafts.Select(_ => (Outcome<Logged>)ContestRefusals.ContestNotFound)];
        }

        var outcomes = await channels.Get<IContest>(contestId).Log(caller, drafts);
        return contestId == NoContest && caller.Kind == CallerKind.Trusted && outcomes.Any(IsNotFound)
            ? await BeginAndLogAsync(caller, drafts)
            : outcomes;
    }

    private async Task<IReadOnlyList<Outcome<Logged>>> BeginAndLogAsync(Caller caller, IReadOnlyList<QsoDraft> drafts)
    {
        var draft = new ContestDraft("Contacts of no contest", ContestDraftReader.DefaultRules, null, null, Open: false);
        var begun = await channels.Get<IContest>(NoContest).Create(draft);
        return begun.Refusal is { Code: not "ContestExists" } refusal
            ? [.. drafts.Select(_ => (Outcome<Logged>)refusal)]
            : await channels.Get<IContest>(NoContest).Log(caller, drafts);
    }

    private static bool IsNotFound(Outcome<Logged> outcome) => outcome.Refusal?.Code == ContestRefusals.ContestNotFound.Code;
}
