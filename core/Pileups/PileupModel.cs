using System.Buffers;
using OrleansContest.Channels;

namespace OrleansContest.Pileups;

/// <summary>Pileups as a kind of channel: their rules, what spectators see, and how it is all written down.</summary>
public sealed class PileupModel : IChannelModel<Pileup, PileupCommand, PileupEvent>
{
    private const string Whose = "a pileup's";

    public string SnapshotFormat => "pileup/1";

    public Pileup Initial(ChannelId channel) => Pileup.Initial;

    /// <summary>Nobody creates a pileup: the operator opens it.</summary>
    public bool Exists(Pileup state) => true;

    public Decision<PileupEvent> Decide(Pileup state, PileupCommand command) => PileupRules.Decide(state, command);

    public Pileup Evolve(Pileup state, PileupEvent @event) => PileupRules.Evolve(state, @event);

    public IEnumerable<UpdateDraft> Updates(Pileup state, PileupEvent @event) => PileupUpdates.Of(state, @event);

    public ReadOnlyMemory<byte> Full(Pileup state, DateTimeOffset at) => PileupMessages.Full(state);

    public void WriteEvents(IReadOnlyList<PileupEvent> events, IBufferWriter<byte> output) =>
        KindJson.Write(output, events, PileupJournalJson.Default.IReadOnlyListPileupEvent);

    public IReadOnlyList<PileupEvent> ReadEvents(ReadOnlyMemory<byte> record) =>
        KindJson.Read(record, PileupJournalJson.Default.IReadOnlyListPileupEvent, Whose);

    public Action<IBufferWriter<byte>> TakeSnapshot(Pileup state) =>
        output => KindJson.Write(output, state, PileupJournalJson.Default.Pileup);

    public Pileup ReadSnapshot(ChannelId channel, ReadOnlyMemory<byte> snapshot) =>
        KindJson.Read(snapshot, PileupJournalJson.Default.Pileup, Whose);
}
