namespace OrleansContest.Channels;

/// <summary>The moments of a channel as they cross between processes, within a batch.</summary>
[GenerateSerializer]
[Alias("OrleansContest.Moments")]
public struct MomentsSurrogate
{
    [Id(0)]
    public long AsOf;

    [Id(1)]
    public string[] Names;

    [Id(2)]
    public string[] Types;

    [Id(3)]
    public byte[][] Data;

    [Id(4)]
    public bool[] AreInFull;

    internal static MomentsSurrogate? Of(Moments? moments) => moments is null ? null : new MomentsSurrogate
    {
        AsOf = moments.AsOf.UtcTicks,
        Names = [.. moments.Values.Select(value => value.Name)],
        Types = [.. moments.Values.Select(value => value.Type)],
        Data = [.. moments.Values.Select(value => value.Data.ToArray())],
        AreInFull = [.. moments.Values.Select(value => value.IsInFull)],
    };

    internal readonly Moments ToMoments()
    {
        var (names, types, data, areInFull) = (Names, Types, Data, AreInFull);
        return new Moments(
            new DateTimeOffset(AsOf, TimeSpan.Zero),
            [.. Enumerable.Range(0, names.Length).Select(i => new Moment(names[i], types[i], data[i], areInFull[i]))]);
    }
}
