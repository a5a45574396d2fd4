namespace OrleansContest.Events;

/// <summary>Whether what is pushed is within its limits.</summary>
internal static class PushCheck
{
    public const int MaxResults = 1_000;

    public const int MaxOnCourse = 200;

    private const int MaxText = 200;

    private const int MaxNumber = 1_000_000;

    /// <returns>What is wrong; null when nothing is.</returns>
    public static IReadOnlyList<string>? Wrong(IReadOnlyList<ResultReport> reports)
    {
        var reasons = new Reasons();
        reasons.Require(reports.Count <= MaxResults, $"At most {MaxResults} results can be pushed at once.");
        foreach (var report in reports.Take(MaxResults))
        {
            RequireStart(reasons, report.RaceId, report.ParticipantId, report.Bib);
            RequireFigures(reasons, report.Time, report.Pen, report.Total);
            reasons.Require(report.Status is null || Enum.IsDefined(report.Status.Value), "status is DNS, DNF, DSQ or CAP.");
            RequireGates(reasons, report.Gates ?? []);
        }

        return reasons.All;
    }

    /// <returns>What is wrong; null when nothing is.</returns>
    public static IReadOnlyList<string>? Wrong(IReadOnlyList<OnCourseReport> reports)
    {
        var reasons = new Reasons();
        reasons.Require(reports.Count <= MaxOnCourse, $"At most {MaxOnCourse} entries can be pushed at once.");
        foreach (var report in reports.Take(MaxOnCourse))
        {
            RequireStart(reasons, report.RaceId, report.ParticipantId, report.Bib);
            RequireFigures(reasons, report.Time, report.Pen, report.Total);
            reasons.Require(report.Gates.Count <= GateCells.MaxGates, $"A course has at most {GateCells.MaxGates} gates.");
            reasons.Require(report.Position is >= 0 and <= MaxNumber, $"position is 0 to {MaxNumber}.");
            reasons.Require(report.Rank is null or (>= 0 and <= MaxNumber), $"rank is 0 to {MaxNumber}.");
            RequireTexts(reasons, report);
        }

        return reasons.All;
    }

    private static void RequireStart(Reasons reasons, string raceId, string participantId, int? bib)
    {
        reasons.RequireText("raceId", raceId, ExportLimits.MaxId);
        reasons.RequireText("participantId", participantId, ExportLimits.MaxId);
        reasons.Require(bib is null or (>= 0 and <= MaxNumber), $"bib is 0 to {MaxNumber}.");
    }

    private static void RequireFigures(Reasons reasons, int? time, int? pen, int? total) => reasons.Require(
        IsWithin(time, ExportLimits.MaxTime) && IsWithin(pen, ExportLimits.MaxPen) && IsWithin(total, ExportLimits.MaxTime),
        "time, pen and total are 1/100 s, and not negative.");

    private static void RequireGates(Reasons reasons, IReadOnlyList<GateReport> gates)
    {
        reasons.Require(gates.Count <= GateCells.MaxGates, $"A course has at most {GateCells.MaxGates} gates.");
        reasons.Require(gates.All(gate => gate.Gate is > 0 and <= GateCells.MaxGates), $"gate is 1 to {GateCells.MaxGates}.");
    }

    private static void RequireTexts(Reasons reasons, OnCourseReport report)
    {
        (string Field, string? Text)[] texts =
        [
            ("name", report.Name),
            ("club", report.Club),
            ("dtStart", report.DtStart),
            ("dtFinish", report.DtFinish),
            ("ttbDiff", report.TtbDiff),
            ("ttbName", report.TtbName),
        ];
        foreach (var (field, text) in texts)
        {
            reasons.Require(text is null || (text.Length <= MaxText && Channels.PlainText.IsClean(text)), $"{field} has at most {MaxText} characters, no control characters.");
        }
    }

    private static bool IsWithin(int? figure, int most) => figure is null or >= 0 && !(figure > most);
}
