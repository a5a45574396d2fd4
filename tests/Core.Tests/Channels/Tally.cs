using System.Buffers;
using System.Globalization;
using System.Text;
using OrleansContest.Channels;

namespace OrleansContest.Tests.Channels;

/// <summary>The smallest channel there can be: it adds up, refuses what is negative, and shows every addition.</summary>
/// <param name="pen">Snapshots are written only once it is set.</param>
internal sealed class Tally(ManualResetEventSlim? pen = null) : IChannelModel<Tally.Sum, Tally.Add, Tally.Added>
{
    internal sealed record Sum(long Total, int Count);

    internal sealed record Add(int Amount);

    internal sealed record Added(int Amount);

    internal sealed record Answer(long Total);

    public static Refusal Negative { get; } = new("Negative", "Only additions are possible.");

    public string SnapshotFormat => "tally/1";

    public Sum Initial(ChannelId channel) => new(0, 0);

    public bool Exists(Sum state) => state.Count > 0;

    public Decision<Added> Decide(Sum state, Add command) => command.Amount switch
    {
        < 0 => Negative,
        0 => Decision<Added>.Accept(new Answer(state.Total)),
        666 => throw new InvalidOperationException("The rules cannot count that."),
        _ => Decision<Added>.Accept(new Answer(state.Total + command.Amount), new Added(command.Amount)),
    };

    public Sum Evolve(Sum state, Added @event) => new(state.Total + @event.Amount, state.Count + 1);

    public IEnumerable<UpdateDraft> Updates(Sum state, Added @event) =>
        [new("added", Json(@event.Amount)), new("total", Json(state.Total))];

    public ReadOnlyMemory<byte> Full(Sum state, DateTimeOffset at) => Json(state.Total);

    public void WriteEvents(IReadOnlyList<Added> events, IBufferWriter<byte> output) =>
        output.Write(Encoding.UTF8.GetBytes($"[{string.Join(',', events.Select(added => added.Amount))}]"));

    public IReadOnlyList<Added> ReadEvents(ReadOnlyMemory<byte> record) =>
        [.. Encoding.UTF8.GetString(record.Span).Trim('[', ']').Split(',').Select(amount => new Added(int.Parse(amount, CultureInfo.InvariantCulture)))];

    public Action<IBufferWriter<byte>> TakeSnapshot(Sum state) => output =>
    {
        pen?.Wait();
        output.Write(Encoding.UTF8.GetBytes($"{state.Total} {state.Count}"));
    };

    public Sum ReadSnapshot(ChannelId channel, ReadOnlyMemory<byte> snapshot)
    {
        var parts = Encoding.UTF8.GetString(snapshot.Span).Split(' ');
        return new Sum(long.Parse(parts[0], CultureInfo.InvariantCulture), int.Parse(parts[1], CultureInfo.InvariantCulture));
    }

    private static byte[] Json(long number) => Encoding.UTF8.GetBytes(number.ToString(CultureInfo.InvariantCulture));
}
