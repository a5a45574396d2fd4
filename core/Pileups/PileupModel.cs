using System.Buffers;
using System.Text.Json;
using OrleansContest.Channels;

namespace OrleansContest.Pileups;

/// <summary>Pileups as a kind of channel: their rules, what spectators see, and how it is all written down.</summary>
public sealed class PileupModel : IChannelModel<Pileup, PileupCommand, PileupEvent>
{
    public string SnapshotFormat => "pileup/1";

    public Pileup Initial(ChannelId channel) => Pileup.Initial;

    /// <summary>Nobody creates a pileup: the operator opens it.</summary>
    public bool Exists(Pileup state) => true;

    public Decision<PileupEvent> Decide(Pileup state, PileupCommand command) => PileupRules.Decide(state, command);

    public Pileup Evolve(Pileup state, PileupEvent @event) => PileupRules.Evolve(state, @event);

    public IEnumerable<UpdateDraft> Updates(Pileup state, PileupEvent @event) => PileupUpdates.Of(state, @event);

    public ReadOnlyMemory<byte> Full(Pileup state, DateTimeOffset at) => PileupMessages.Full(state);

    public void WriteEvents(IReadOnlyList<PileupEvent> events, IBufferWriter<byte> output) =>
        JsonBytes.WriteTo(output, events, static (writer, events) =>
            JsonSerializer.Serialize(writer, events, PileupJournalJson.Default.IReadOnlyListPileupEvent));

    public IReadOnlyList<PileupEvent> ReadEvents(ReadOnlyMemory<byte> record) =>
        Read(() => JsonSerializer.Deserialize(record.Span, PileupJournalJson.Default.IReadOnlyListPileupEvent));

    public void WriteSnapshot(Pileup state, IBufferWriter<byte> output) =>
        JsonBytes.WriteTo(output, state, static (writer, state) =>
            JsonSerializer.Serialize(writer, state, PileupJournalJson.Default.Pileup));

    public Pileup ReadSnapshot(ChannelId channel, ReadOnlyMemory<byte> snapshot) =>
        Read(() => JsonSerializer.Deserialize(snapshot.Span, PileupJournalJson.Default.Pileup));

    private static T Read<T>(Func<T?> read)
        where T : class
    {
        try
        {
            return read() ?? throw new FormatException("It is null.");
        }
        catch (Exception fault) when (fault is JsonException or NotSupportedException)
        {
            throw new FormatException($"It is not a pileup's: {fault.Message}", fault);
        }
    }
}
