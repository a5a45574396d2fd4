using System.Buffers;
using System.Text.Json;
using OrleansContest.Channels;

namespace OrleansContest.Matches;

/// <summary>Matches as a kind of channel: their rules, what spectators see, and how it is all written down.</summary>
public sealed class MatchModel : IChannelModel<MatchLedger, MatchCommand, MatchEvent>
{
    /// <summary>The type of the update that stands for those of more than 100 places that changed at once: the map is to be read anew.</summary>
    public const string Refresh = "aggregates:refresh";

    private const string Whose = "a match's";

    public string SnapshotFormat => "match/1";

    public MatchLedger Initial(ChannelId channel) => new(channel.Id);

    public bool Exists(MatchLedger state) => state.Card is not null;

    public Decision<MatchEvent> Decide(MatchLedger state, MatchCommand command) => MatchRules.Decide(state, command);

    public MatchLedger Evolve(MatchLedger state, MatchEvent @event)
    {
        state.Apply(@event);
        return state;
    }

    public IEnumerable<UpdateDraft> Updates(MatchLedger state, MatchEvent @event) => MatchUpdates.Of(state, @event);

    public ReadOnlyMemory<byte> Full(MatchLedger state, DateTimeOffset at) => MatchMessages.Full(state);

    public void WriteEvents(IReadOnlyList<MatchEvent> events, IBufferWriter<byte> output) =>
        KindJson.Write(output, events, MatchJournalJson.Default.IReadOnlyListMatchEvent);

    public IReadOnlyList<MatchEvent> ReadEvents(ReadOnlyMemory<byte> record) =>
        KindJson.Read(record, MatchJournalJson.Default.IReadOnlyListMatchEvent, Whose);

    public Action<IBufferWriter<byte>> TakeSnapshot(MatchLedger state)
    {
        using var memory = new MemoryStream();
        using var writer = new BinaryWriter(memory);
        MatchSnapshot.Write(state, writer);
        writer.Flush();
        var written = memory.GetBuffer().AsMemory(0, (int)memory.Length);
        return output => output.Write(written.Span);
    }

    public MatchLedger ReadSnapshot(ChannelId channel, ReadOnlyMemory<byte> snapshot)
    {
        try
        {
            using var reader = new BinaryReader(new MemoryStream(snapshot.ToArray()));
            return MatchSnapshot.Read(channel.Id, reader);
        }
        catch (Exception fault) when (fault is EndOfStreamException or JsonException or ArgumentException)
        {
            throw new FormatException($"It is not {Whose}: {fault.Message}", fault);
        }
    }
}
