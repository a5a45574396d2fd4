namespace OrleansContest.Channels;

/// <summary>A catch-up as it crosses between processes: bytes stay bytes.</summary>
[GenerateSerializer]
[Alias("OrleansContest.CatchUp")]
public struct CatchUpSurrogate
{
    [Id(0)]
    public string Epoch;

    [Id(1)]
    public long Seq;

    [Id(2)]
    public UpdateBatch Missed;

    [Id(3)]
    public byte[]? Full;
}

/// <summary>Takes catch-ups apart and puts them together again.</summary>
[RegisterConverter]
public sealed class CatchUpConverter : IConverter<CatchUp, CatchUpSurrogate>
{
    private static readonly ChannelId nobody = new("none", "none");

    public CatchUp ConvertFromSurrogate(in CatchUpSurrogate surrogate)
    {
        var at = new Position(surrogate.Epoch, surrogate.Seq);
        var full = surrogate.Full is { } bytes ? new FullState(at, bytes) : null;
        return new CatchUp(at, surrogate.Missed.Updates, full, surrogate.Missed.Moments);
    }

    public CatchUpSurrogate ConvertToSurrogate(in CatchUp value) => new()
    {
        Epoch = value.At.Epoch,
        Seq = value.At.Seq,
        Missed = new UpdateBatch(nobody, value.At.Epoch, value.At.Seq - value.Missed.Count, value.Missed, value.Moments),
        Full = value.Full?.Data.ToArray(),
    };
}
