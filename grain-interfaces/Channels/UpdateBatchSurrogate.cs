namespace OrleansContest.Channels;

/// <summary>A batch of updates as it crosses between processes: bytes stay bytes.</summary>
[GenerateSerializer]
[Alias("OrleansContest.UpdateBatch")]
public struct UpdateBatchSurrogate
{
    [Id(0)]
    public string Channel;

    [Id(1)]
    public string Epoch;

    [Id(2)]
    public long After;

    [Id(3)]
    public string[] Types;

    [Id(4)]
    public byte[][] Data;

    [Id(5)]
    public byte[]?[] Beside;

    [Id(6)]
    public MomentsSurrogate? Moments;
}

/// <summary>Takes batches apart and puts them together again.</summary>
[RegisterConverter]
public sealed class UpdateBatchConverter : IConverter<UpdateBatch, UpdateBatchSurrogate>
{
    public UpdateBatch ConvertFromSurrogate(in UpdateBatchSurrogate surrogate)
    {
        ChannelId.TryParse(surrogate.Channel, out var channel);
        var updates = new Update[surrogate.Types.Length];
        for (var i = 0; i < updates.Length; i++)
        {
            updates[i] = new Update(surrogate.After + 1 + i, surrogate.Types[i], surrogate.Data[i], surrogate.Beside[i]);
        }

        return new UpdateBatch(channel, surrogate.Epoch, surrogate.After, updates, surrogate.Moments?.ToMoments());
    }

    public UpdateBatchSurrogate ConvertToSurrogate(in UpdateBatch value) => new()
    {
        Channel = value.Channel.ToString(),
        Epoch = value.Epoch,
        After = value.After,
        Types = [.. value.Updates.Select(update => update.Type)],
        Data = [.. value.Updates.Select(update => update.Data.ToArray())],
        Beside = [.. value.Updates.Select(update => update.Beside.IsEmpty ? null : update.Beside.ToArray())],
        Moments = MomentsSurrogate.Of(value.Moments),
    };
}
