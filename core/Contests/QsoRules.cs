using OrleansContest.Channels;
using OrleansContest.Contests.Figures;

namespace OrleansContest.Contests;

/// <summary>How contacts come into the log, change and go.</summary>
internal static class QsoRules
{
    public static Decision<ContestEvent> Log(ContestLog log, Admission admission, LogQso command)
    {
        var missing = QsoCheck.Missing(command.Draft);
        if (missing.Count > 0)
        {
            return ContestRefusals.MissingFields(missing);
        }

        if (!admission.Covers(command.Draft.StationId!.Trim()))
        {
            return ContestRefusals.SessionMismatch;
        }

        var check = new QsoCheck(log.Card!, command.Draft);
        var read = check.Read(log.Entries.NextId, command.At, command.At);
        return check.Refusal switch
        {
            { } refusal => refusal,
            null when log.Entries.Knows(read.DedupeKey, out var known) =>
                admission.Accept(new Logged(known, Deduped: true, read.DedupeKey)),
            null => LogNew(log, admission, read),
        };
    }

    public static Decision<ContestEvent> Edit(ContestLog log, Admission admission, EditQso command)
    {
        if (log.Entries.Find(command.EntryId) is not { } before)
        {
            return ContestRefusals.EntryNotFound;
        }

        var draft = QsoEdits.Draft(before, command.Edit);
        var missing = QsoCheck.Missing(draft);
        if (missing.Count > 0)
        {
            return ContestRefusals.MissingFields(missing);
        }

        var check = new QsoCheck(log.Card!, draft);
        var after = QsoEdits.Keep(before, check.Read(before.Id, before.CreatedAt, command.At));
        return check.Refusal switch
        {
            _ when !admission.Covers(before.StationId) || !admission.Covers(after.StationId) => ContestRefusals.SessionMismatch,
            { } refusal => refusal,
            null when IsAnothers(log, after) => ContestRefusals.EditWouldDuplicate,
            null => Change(log, admission, before, after),
        };
    }

    public static Decision<ContestEvent> Delete(ContestLog log, Admission admission, DeleteQso command) =>
        log.Entries.Find(command.EntryId) switch
        {
            null => ContestRefusals.EntryNotFound,
            var entry when !admission.Covers(entry.StationId) => ContestRefusals.SessionMismatch,
            var entry => admission.Accept(entry, new QsoDeleted(entry, MergeRules.WithoutEntry(log, entry), command.At)),
        };

    /// <summary>A new entry is the last one, so it can be a dupe but make none.</summary>
    private static Decision<ContestEvent> LogNew(ContestLog log, Admission admission, LogEntry read)
    {
        var entry = read.Score(log.Card!.Rules, isDupe: log.Dupes.FirstLike(read) is not null);
        return admission.Accept(new Logged(entry, Deduped: false, entry.DedupeKey), new QsoLogged(entry));
    }

    private static Decision<ContestEvent> Change(ContestLog log, Admission admission, LogEntry before, LogEntry after)
    {
        var shift = new DupeShift(log);
        if (before.Counts())
        {
            shift.Leave(before);
            shift.Join(after);
        }

        var scored = after.Score(log.Card!.Rules, shift.IsDupe(after));
        return scored with { UpdatedAt = before.UpdatedAt } == before
            ? admission.Accept(before)
            : admission.Accept(scored, new QsoEdited(before, scored, shift.Standings()));
    }

    /// <summary>A key that another entry once had, or that a deleted one had, may be taken over: it would not be there twice.</summary>
    private static bool IsAnothers(ContestLog log, LogEntry entry) =>
        log.Entries.Knows(entry.DedupeKey, out var holder) && holder?.Id != entry.Id && holder?.DedupeKey == entry.DedupeKey;
}
