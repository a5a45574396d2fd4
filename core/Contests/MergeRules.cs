using OrleansContest.Channels;
using OrleansContest.Contests.Figures;

namespace OrleansContest.Contests;

/// <summary>How entries that are the same contact become one that counts, and what becomes of them when that one goes.</summary>
internal static class MergeRules
{
    public const int MaxDuplicates = 1_000;

    public static Decision<ContestEvent> Merge(ContestLog log, Admission admission, MergeQsos command)
    {
        if (Misshapen(command) is { } reason)
        {
            return ContestRefusals.InvalidMerge(reason);
        }

        var primary = log.Entries.Find(command.PrimaryId);
        LogEntry?[] duplicates = [.. command.DuplicateIds.Distinct().Select(log.Entries.Find)];
        if (primary is null || duplicates.Contains(null))
        {
            return ContestRefusals.EntryNotFound;
        }

        return duplicates.Append(primary).All(entry => admission.Covers(entry!.StationId))
            ? Merge(log, admission, command, primary, duplicates!)
            : ContestRefusals.SessionMismatch;
    }

    /// <summary>How others count when an entry is gone: the next dupe in line, and what had been merged into it.</summary>
    public static IReadOnlyList<Standing> WithoutEntry(ContestLog log, LogEntry entry)
    {
        if (entry.MergedIntoId is { } primaryId)
        {
            return LastFollowerGone(log, primaryId);
        }

        var shift = new DupeShift(log);
        shift.Leave(entry);
        var heirs = Heirs(log, entry);
        if (heirs is [var first, ..])
        {
            shift.Join(first);
        }

        var scored = heirs.Select((heir, place) => heir.Score(log.Card!.Rules, place == 0 && shift.IsDupe(heir)));
        return Standings(log, [.. scored, .. shift.Turned()]);
    }

    private static Decision<ContestEvent> Merge(
        ContestLog log, Admission admission, MergeQsos command, LogEntry primary, IReadOnlyList<LogEntry> duplicates)
    {
        var elsewhere = duplicates.Append(primary).FirstOrDefault(entry => !entry.Counts() && entry.MergedIntoId != primary.Id);
        if (elsewhere is not null)
        {
            return ContestRefusals.InvalidMerge($"{elsewhere.Id} is already merged into {elsewhere.MergedIntoId}.");
        }

        LogEntry[] fresh = [.. duplicates.Where(entry => entry.Counts())];
        var mergedAt = fresh.Length > 0 ? command.At : duplicates.Max(entry => entry.UpdatedAt);
        var answer = new Merged(primary.Id, duplicates.Count, mergedAt);
        return fresh.Length == 0
            ? admission.Accept(answer)
            : admission.Accept(answer, new QsosMerged(primary.Id, command.Reason?.Trim(), Standings(log, primary, fresh), command.At));
    }

    private static string? Misshapen(MergeQsos command) => command switch
    {
        { DuplicateIds.Count: 0 } => "duplicate_ids names no entry.",
        { DuplicateIds.Count: > MaxDuplicates } => $"duplicate_ids names more than {MaxDuplicates} entries.",
        _ when command.DuplicateIds.Contains(command.PrimaryId) => "primary_id is also among duplicate_ids.",
        { Reason.Length: > PlainText.MaxLength } => $"merge_reason has at most {PlainText.MaxLength} characters.",
        { Reason: { } reason } when !PlainText.IsClean(reason) => "merge_reason has no control characters.",
        _ => null,
    };

    private static IReadOnlyList<Standing> Standings(ContestLog log, LogEntry primary, LogEntry[] fresh)
    {
        var shift = new DupeShift(log);
        Array.ForEach(fresh, shift.Leave);
        var turned = shift.Turned();
        var stays = turned.FirstOrDefault(entry => entry.Id == primary.Id) ?? primary;
        LogEntry[] after =
        [
            stays with { MergeStatus = MergeStatus.Primary },
            .. fresh.Select(entry => Into(primary, entry).Score(log.Card!.Rules, isDupe: false)),
            .. fresh.SelectMany(entry => log.Entries.MergedInto(entry.Id)).Select(entry => entry with { MergedIntoId = primary.Id }),
            .. turned.Where(entry => entry.Id != primary.Id),
        ];
        return Standings(log, after);
    }

    private static LogEntry Into(LogEntry primary, LogEntry entry) => entry with
    {
        MergedIntoId = primary.Id,
        MergeStatus = entry.MergeStatus == MergeStatus.Primary ? MergeStatus.Merged : MergeStatus.DuplicateOf,
    };

    /// <summary>The first of those merged into an entry takes its place, and the others go with it.</summary>
    private static LogEntry[] Heirs(ContestLog log, LogEntry entry)
    {
        LogEntry[] followers = [.. log.Entries.MergedInto(entry.Id)];
        if (followers is not [var heir, .. var others])
        {
            return [];
        }

        MergeStatus? status = others.Length > 0 ? MergeStatus.Primary : null;
        return [heir with { MergedIntoId = null, MergeStatus = status }, .. others.Select(other => other with { MergedIntoId = heir.Id })];
    }

    /// <summary>An entry into which nothing is merged any more is not a primary.</summary>
    private static Standing[] LastFollowerGone(ContestLog log, string primaryId) =>
        log.Entries.MergedInto(primaryId).Count() > 1 || log.Entries.Find(primaryId) is not { } primary
            ? []
            : [Standing.Of(primary, primary with { MergeStatus = null })];

    private static Standing[] Standings(ContestLog log, IEnumerable<LogEntry> after) =>
        [.. after.Select(entry => Standing.Of(log.Entries.Find(entry.Id)!, entry))];
}
