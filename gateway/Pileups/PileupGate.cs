using OrleansContest.Channels;
using OrleansContest.Gateway.Hub;

namespace OrleansContest.Gateway.Pileups;

/// <summary>Says before the upgrade that what a request names cannot be a pileup.</summary>
internal sealed class PileupGate : IUpgradeGate
{
    public static PileupError NoSuchPileup { get; } = new(
        StatusCodes.Status404NotFound, $"A pileup's id has 1 to {ChannelId.MaxIdLength} letters, digits, dots, dashes or underscores");

    public ValueTask<IResult?> RefuseAsync(HttpContext context) =>
        ValueTask.FromResult<IResult?>(PileupDirectory.IdOf(context.Request) is null ? NoSuchPileup : null);
}
