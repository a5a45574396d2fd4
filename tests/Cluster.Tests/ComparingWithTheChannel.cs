using OrleansContest.Grains.Channels;

namespace OrleansContest.Tests.Cluster;

public sealed class ComparingWithTheChannel
{
    private static readonly RelayOptions options = new();

    private readonly Comparisons comparisons = new(options);

    [Fact]
    public void Does_not_happen_while_batches_come() =>
        Assert.DoesNotContain(true, Enumerable.Range(0, 20).Select(_ =>
        {
            comparisons.BatchCame();
            return comparisons.Look().Ask;
        }));

    [Fact]
    public void Happens_once_as_soon_as_they_stop()
    {
        comparisons.Look();
        comparisons.BatchCame();
        Assert.False(comparisons.Look().Ask);
        Assert.True(comparisons.Look().Ask);
    }

    [Fact]
    public void Happens_now_and_then_while_none_come() =>
        Assert.Equal(
            Enumerable.Range(1, 4 * options.AnnounceEvery).Select(look => look % options.AnnounceEvery == 0),
            Enumerable.Range(1, 4 * options.AnnounceEvery).Select(_ => comparisons.Look().Ask));

    [Fact]
    public void Is_told_of_now_and_then_whether_batches_come_or_not()
    {
        comparisons.BatchCame();
        Assert.Equal(2, Enumerable.Range(0, 2 * options.AnnounceEvery).Count(_ => comparisons.Look().Announce));
    }
}
