using FsCheck;
using FsCheck.Fluent;
using OrleansContest.LoadTest.Figures;

namespace OrleansContest.LoadTest.Tests.Figures;

public sealed class CountingLatencies
{
    private static readonly double[] shares = [0, 0.5, 0.9, 0.99, 0.999, 0.9999, 1];

    [Fact]
    public void Is_never_off_by_more_than_one_in_128() =>
        Prop.ForAll(Values(), values =>
        {
            var histogram = Of(values);
            var sorted = values.Order().ToArray();
            return shares.All(share =>
            {
                var exact = sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Length) - 1)];
                var found = (long)histogram.Percentile(share).TotalMicroseconds;
                return found >= exact && found <= exact + (exact / 128);
            });
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Comes_to_the_same_when_processes_count_apart() =>
        Prop.ForAll(Values(), Values(), (one, two) =>
        {
            var sum = new LatencyHistogram();
            sum.Add([.. Of(one).ToBuckets(), .. Of(two).ToBuckets()]);
            var all = Of([.. one, .. two]);
            return sum.Count == all.Count && sum.Max == all.Max && shares.All(share => sum.Percentile(share) == all.Percentile(share));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Has_nothing_to_say_of_nothing()
    {
        Assert.Equal(TimeSpan.Zero, new LatencyHistogram().Percentile(0.99));
        Assert.Equal(TimeSpan.Zero, new LatencyHistogram().Max);
    }

    private static LatencyHistogram Of(IEnumerable<long> values)
    {
        var histogram = new LatencyHistogram();
        foreach (var value in values)
        {
            histogram.Record(TimeSpan.FromMicroseconds(value));
        }

        return histogram;
    }

    private static Arbitrary<long[]> Values() => Arb.From(
        Gen.NonEmptyListOf(Gen.OneOf(Gen.Choose(0, 300), Gen.Choose(0, 1_000_000), Gen.Choose(0, int.MaxValue)).Select(value => (long)value)).Select(list => list.ToArray()));
}
