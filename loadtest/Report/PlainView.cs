using System.Globalization;
using OrleansContest.LoadTest.Figures;
using OrleansContest.LoadTest.Runs;

namespace OrleansContest.LoadTest.Report;

/// <summary>One line a second, for a file or another program to read.</summary>
internal sealed class PlainView(TextWriter output) : IRunView
{
    private CrewFigures last = new();

    public void Show(RunProgress progress)
    {
        output.WriteLine(Line(progress, last));
        output.Flush();
        last = progress.Figures;
    }

    /// <param name="progress">Now.</param>
    /// <param name="before">A second ago.</param>
    public static string Line(RunProgress progress, CrewFigures before)
    {
        var now = progress.Figures;
        var seen = new LatencyHistogram();
        seen.Add(now.Histograms.Count > 0 ? now.Histograms[0] : []);
        if (progress.Phase == Phase.Connecting && now.SignedUp < progress.Plan.Participants)
        {
            return string.Create(
                CultureInfo.InvariantCulture,
                $"Signing up {progress.Elapsed.TotalSeconds,4:N0} s  participants {now.SignedUp:N0}/{progress.Plan.Participants:N0}  (each costs the gateway the hash of a password)");
        }

        return string.Create(
            CultureInfo.InvariantCulture,
            $"{progress.Phase,-10} {progress.Elapsed.TotalSeconds,4:N0} s  spectators {now.Open:N0}/{now.Spectators:N0}  acknowledged {now.Acknowledged:N0}/{now.Sent:N0}  "
            + $"messages {now.Messages - before.Messages:N0}/s  p50 {Text(seen, 0.5)}  p99 {Text(seen, 0.99)}  returned {now.Returns:N0}  breaches {now.Breaches.Count:N0}");
    }

    private static string Text(LatencyHistogram histogram, double share) =>
        histogram.Count == 0 ? "–" : string.Create(CultureInfo.InvariantCulture, $"{histogram.Percentile(share).TotalMilliseconds:N1} ms");
}
