using System.Text.Json.Nodes;

namespace OrleansContest.Gateway.Tests.Pileups;

/// <summary>Insists that each numbered event follows on the one before: no hole, no repeat.</summary>
internal sealed class PileupChain
{
    private string? epoch;

    public long Seq { get; private set; } = -1;

    public string Position => $"{epoch}:{Seq}";

    public static PileupChain At(string position) =>
        new() { epoch = position[..position.LastIndexOf(':')], Seq = long.Parse(position[(position.LastIndexOf(':') + 1)..], System.Globalization.CultureInfo.InvariantCulture) };

    public void Take(JsonObject numbered)
    {
        if (numbered["seq"] is not { } number)
        {
            return;
        }

        var prev = (long?)numbered["prev"] ?? (Seq < 0 ? Seq : (long)number - 1);
        Assert.True(prev == Seq && (epoch is null || epoch == (string?)numbered["epoch"]), $"{Position} is not followed by {numbered.ToJsonString()}");
        (epoch, Seq) = ((string?)numbered["epoch"], (long)number);
    }
}
