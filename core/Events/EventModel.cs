using System.Buffers;
using OrleansContest.Channels;

namespace OrleansContest.Events;

/// <summary>Live events as a kind of channel: their rules, what spectators see, and how it is all written down.</summary>
public sealed class EventModel : IChannelModel<LiveEvent, EventCommand, EventFact>
{
    private const string Whose = "an event's";

    public string SnapshotFormat => "event/1";

    public LiveEvent Initial(ChannelId channel) => new(channel.Id);

    public bool Exists(LiveEvent state) => state.Setup is not null;

    public Decision<EventFact> Decide(LiveEvent state, EventCommand command) => EventRules.Decide(state, command);

    public LiveEvent Evolve(LiveEvent state, EventFact @event)
    {
        state.Apply(@event);
        return state;
    }

    public IEnumerable<UpdateDraft> Updates(LiveEvent state, EventFact @event) => EventUpdates.Of(state, @event);

    public ReadOnlyMemory<byte> Full(LiveEvent state, DateTimeOffset at) => EventMessages.Full(state, at);

    public IReadOnlyList<Moment> Moments(LiveEvent state, DateTimeOffset at) => Exists(state) ? [EventMessages.OnCourse(state, at)] : [];

    public DateTimeOffset? NextWake(LiveEvent state, DateTimeOffset at) => state.OnCourse.NextGone(at);

    public void WriteEvents(IReadOnlyList<EventFact> events, IBufferWriter<byte> output) =>
        KindJson.Write(output, events, EventJournalJson.Default.IReadOnlyListEventFact);

    public IReadOnlyList<EventFact> ReadEvents(ReadOnlyMemory<byte> record) =>
        KindJson.Read(record, EventJournalJson.Default.IReadOnlyListEventFact, Whose);

    public Action<IBufferWriter<byte>> TakeSnapshot(LiveEvent state)
    {
        var taken = EventSnapshot.Of(state);
        return output => KindJson.Write(output, taken, EventJournalJson.Default.EventSnapshot);
    }

    public LiveEvent ReadSnapshot(ChannelId channel, ReadOnlyMemory<byte> snapshot) =>
        KindJson.Read(snapshot, EventJournalJson.Default.EventSnapshot, Whose).ToEvent(channel.Id);
}
