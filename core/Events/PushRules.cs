using OrleansContest.Channels;

namespace OrleansContest.Events;

/// <summary>How pushed results and on-course entries are taken. What is of an unknown race or participant is left out and counted.</summary>
internal static class PushRules
{
    public static Decision<EventFact> Results(LiveEvent live, PushResults command)
    {
        if (PushCheck.Wrong(command.Results) is { } reasons)
        {
            return EventRefusals.InvalidPush(reasons);
        }

        if (!live.HasExport)
        {
            return Decision<EventFact>.Accept(new ResultsTaken(0, 0, Ignored: true));
        }

        ResultReport[] known = [.. command.Results.Where(report => live.Index.Has(report.RaceId, report.ParticipantId))];
        var answer = new ResultsTaken(known.Length, command.Results.Count - known.Length, Ignored: false);
        PushedResult[] news = [.. Last(known).Select(Read).Where(result => IsNews(live, result))];
        return news.Length == 0 ? Decision<EventFact>.Accept(answer) : Decision<EventFact>.Accept(answer, new ResultsPushed(news, command.At));
    }

    public static Decision<EventFact> OnCourse(LiveEvent live, PushOnCourse command)
    {
        if (PushCheck.Wrong(command.OnCourse) is { } reasons)
        {
            return EventRefusals.InvalidPush(reasons);
        }

        if (!live.HasExport)
        {
            return Decision<EventFact>.Accept(new OnCourseTaken(0, 0, Ignored: true));
        }

        OnCourseReport[] known = [.. command.OnCourse.Where(report => live.Index.Has(report.RaceId, report.ParticipantId))];
        var active = live.OnCourse.CountWith(known, command.At);
        return active > PushCheck.MaxOnCourse
            ? EventRefusals.InvalidPush($"At most {PushCheck.MaxOnCourse} can be on the course.")
            : Decision<EventFact>.AcceptPassing(
                new OnCourseTaken(active, command.OnCourse.Count - known.Length, Ignored: false), new OnCourseSeen(known, command.At));
    }

    /// <summary>Of several reports of the same start in one push, the last.</summary>
    private static IEnumerable<ResultReport> Last(IEnumerable<ResultReport> reports) =>
        reports.GroupBy(report => new RunKey(report.RaceId, report.ParticipantId)).Select(same => same.Last());

    private static PushedResult Read(ResultReport report) => new(
        report.RaceId,
        report.ParticipantId,
        report.Bib,
        new RunFigures(report.Time, report.Pen, report.Total, report.Status, GateCells.Of(report.Gates)));

    private static bool IsNews(LiveEvent live, PushedResult result) =>
        live.Results.Find(result.RaceId, result.ParticipantId) is { } entry
            ? !entry.Has(result)
            : !result.Run.SaysSameAs(RunFigures.None);
}
