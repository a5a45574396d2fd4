using System.Buffers;
using System.Globalization;
using System.Text;
using OrleansContest.Channels;

namespace OrleansContest.Tests.Channels;

/// <summary>A channel with a clock: it runs out a minute after it was turned, and shows who has looked at it in the last ten seconds.</summary>
internal sealed class Hourglass : IChannelModel<Hourglass.Glass, Hourglass.Command, Hourglass.Fact>
{
    public static readonly TimeSpan Runs = TimeSpan.FromMinutes(1);

    public static readonly TimeSpan Seen = TimeSpan.FromSeconds(10);

    internal sealed record Glass(int Turns, DateTimeOffset? RunsOutAt, IReadOnlyDictionary<string, DateTimeOffset> Lookers);

    internal abstract record Command(DateTimeOffset At);

    internal sealed record Turn(DateTimeOffset At) : Command(At);

    internal sealed record Look(string Name, DateTimeOffset At) : Command(At);

    internal abstract record Fact;

    internal sealed record Turned(DateTimeOffset At) : Fact;

    internal sealed record RanOut : Fact;

    internal sealed record Looked(string Name, DateTimeOffset At) : Fact;

    internal sealed record Answer;

    /// <summary>Set to have the rules fail when time asks them.</summary>
    public Exception? FailOnce { get; set; }

    public string SnapshotFormat => "hourglass/1";

    public Glass Initial(ChannelId channel) => new(0, null, new Dictionary<string, DateTimeOffset>());

    public bool Exists(Glass state) => state.Turns > 0;

    public Decision<Fact> Decide(Glass state, Command command) => command switch
    {
        Turn c => Decision<Fact>.Accept(new Answer(), new Turned(c.At)),
        Look c => Decision<Fact>.AcceptPassing(new Answer(), new Looked(c.Name, c.At)),
        _ => throw new ArgumentException("There is no such command.", nameof(command)),
    };

    public Glass Evolve(Glass state, Fact @event) => @event switch
    {
        Turned e => state with { Turns = state.Turns + 1, RunsOutAt = e.At + Runs },
        RanOut => state with { RunsOutAt = null },
        Looked e => state with { Lookers = new Dictionary<string, DateTimeOffset>(state.Lookers) { [e.Name] = e.At } },
        _ => throw new ArgumentException("There is no such fact.", nameof(@event)),
    };

    public IEnumerable<UpdateDraft> Updates(Glass state, Fact @event) => [new(@event is Turned ? "turned" : "ranOut", Json(state.Turns))];

    public ReadOnlyMemory<byte> Full(Glass state, DateTimeOffset at) => Json(state.Turns);

    public IReadOnlyList<Moment> Moments(Glass state, DateTimeOffset at) => Exists(state)
        ? [new("lookers", "looking", Encoding.UTF8.GetBytes($"\"{string.Join(' ', Present(state, at).Order(StringComparer.Ordinal))}\""))]
        : [];

    public DateTimeOffset? NextWake(Glass state, DateTimeOffset at) =>
        state.Lookers.Values.Select(seen => seen + Seen).Where(gone => gone > at).Append(state.RunsOutAt ?? DateTimeOffset.MaxValue)
            .Min() is var next && next < DateTimeOffset.MaxValue ? next : null;

    public Decision<Fact> Wake(Glass state, DateTimeOffset at)
    {
        if (FailOnce is { } fault)
        {
            FailOnce = null;
            throw fault;
        }

        return state.RunsOutAt <= at ? Decision<Fact>.Accept(new Answer(), new RanOut()) : Decision<Fact>.Nothing;
    }

    public void WriteEvents(IReadOnlyList<Fact> events, IBufferWriter<byte> output) =>
        output.Write(Encoding.UTF8.GetBytes(events.Single() switch
        {
            Turned e => e.At.UtcTicks.ToString(CultureInfo.InvariantCulture),
            RanOut => "0",
            _ => throw new InvalidOperationException("Only facts are written down."),
        }));

    public IReadOnlyList<Fact> ReadEvents(ReadOnlyMemory<byte> record) =>
        long.Parse(record.Span, CultureInfo.InvariantCulture) is var ticks and > 0 ? [new Turned(new(ticks, TimeSpan.Zero))] : [new RanOut()];

    public Action<IBufferWriter<byte>> TakeSnapshot(Glass state) => throw new NotSupportedException("Its journal is short.");

    public Glass ReadSnapshot(ChannelId channel, ReadOnlyMemory<byte> snapshot) => throw new NotSupportedException("Its journal is short.");

    private static IEnumerable<string> Present(Glass state, DateTimeOffset at) =>
        state.Lookers.Where(looker => looker.Value + Seen > at).Select(looker => looker.Key);

    private static byte[] Json(long number) => Encoding.UTF8.GetBytes(number.ToString(CultureInfo.InvariantCulture));
}
