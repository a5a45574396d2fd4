using System.Text.Json;
using OrleansContest.LoadTest.Figures;
using OrleansContest.LoadTest.Runs;

namespace OrleansContest.LoadTest.Report;

/// <summary>What came of a run, for another program. Times are in milliseconds.</summary>
internal static class JsonReport
{
    private static readonly JsonSerializerOptions indented = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static Task WriteAsync(string path, RunReport report) => File.WriteAllTextAsync(path, Text(report));

    public static string Text(RunReport report)
    {
        var (plan, figures) = (report.Plan, report.Figures);
        return JsonSerializer.Serialize(
            new
            {
                plan = new
                {
                    plan.Url, plan.Kind, plan.Dialects, plan.Channel, plan.Channels, plan.Spectators, plan.Participants, plan.Questions, plan.Ingesters, plan.Rate, plan.ConnectRate, plan.StormShare, plan.SlowShare,
                    plan.StalledShare, plan.Compress, plan.Processes, plan.SourceAddresses, plan.Seed, duration = plan.Duration.TotalMilliseconds, questionTime = plan.QuestionTime.TotalMilliseconds, stormEvery = plan.StormEvery.TotalMilliseconds,
                },
                isWhole = report.IsWhole,
                isTrue = report.ExitCode == ExitCodes.Clean,
                breaches = figures.Breaches,
                figures = new
                {
                    figures.Spectators, figures.Ready, figures.Audited, figures.Sent, figures.Acknowledged, figures.Unknown, figures.Retries, figures.Returns, figures.Compressed, figures.Failures,
                    report.Messages, report.Bytes, figures.Memory, report.ProcessorShare, connecting = report.Connecting?.TotalMilliseconds, running = report.Running?.TotalMilliseconds,
                },
                seen = Of(report.Seen), acknowledged = Of(report.Acknowledged), connected = Of(report.Connected), returned = Of(report.Returned),
            },
            indented) + Environment.NewLine;
    }

    private static object Of(LatencyHistogram latencies) => new
    {
        count = latencies.Count,
        p50 = latencies.Percentile(0.5).TotalMilliseconds,
        p90 = latencies.Percentile(0.9).TotalMilliseconds,
        p99 = latencies.Percentile(0.99).TotalMilliseconds,
        p999 = latencies.Percentile(0.999).TotalMilliseconds,
        p9999 = latencies.Percentile(0.9999).TotalMilliseconds,
        max = latencies.Max.TotalMilliseconds,
    };
}
