using System.Globalization;

namespace OrleansContest.Bench.Fanout;

/// <summary>One server's figures of all rounds, at one rate.</summary>
internal sealed class FanoutRow(string name)
{
    private readonly Figures perFrame = new();
    private readonly Figures delivered = new();
    private readonly Figures median = new();
    private readonly Figures most = new();
    private long missing;

    public string Name => name;

    public double PerFrame => perFrame.Median;

    public void Add(TurnFigures turn)
    {
        perFrame.Add(turn.PerFrame);
        delivered.Add(turn.Delivered);
        median.Add(turn.Median);
        most.Add(turn.Most);
        missing += turn.Missing;
    }

    public string[] Cells(double floor) =>
    [
        name,
        perFrame.ToString(),
        string.Create(CultureInfo.InvariantCulture, $"{PerFrame / floor:N2} ×"),
        string.Create(CultureInfo.InvariantCulture, $"{delivered.Median:N0}"),
        median.ToString(),
        most.ToString(),
        string.Create(CultureInfo.InvariantCulture, $"{missing}"),
    ];
}
