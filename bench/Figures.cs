using System.Globalization;

namespace OrleansContest.Bench;

/// <summary>Figures of several rounds, as median and spread.</summary>
internal sealed class Figures
{
    private readonly List<double> values = [];

    public double Median => values.Order().ElementAt(values.Count / 2);

    public double Last => values[^1];

    public void Add(double value) => values.Add(value);

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Median:N1}  ({values.Min():N1} … {values.Max():N1})");
}
