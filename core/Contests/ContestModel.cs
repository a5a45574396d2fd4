using System.Buffers;
using System.Text.Json;
using OrleansContest.Channels;

namespace OrleansContest.Contests;

/// <summary>Contests as a kind of channel: their rules, what spectators see, and how it is all written down.</summary>
public sealed class ContestModel : IChannelModel<ContestLog, ContestCommand, ContestEvent>
{
    private const string Whose = "a contest's";

    public string SnapshotFormat => "contest/1";

    public ContestLog Initial(ChannelId channel) => new(channel.Id);

    public bool Exists(ContestLog state) => state.Card is not null;

    public Decision<ContestEvent> Decide(ContestLog state, ContestCommand command) => ContestRules.Decide(state, command);

    public ContestLog Evolve(ContestLog state, ContestEvent @event)
    {
        state.Apply(@event);
        return state;
    }

    public IEnumerable<UpdateDraft> Updates(ContestLog state, ContestEvent @event) => ContestUpdates.Of(state, @event);

    public ReadOnlyMemory<byte> Full(ContestLog state, DateTimeOffset at) => ContestMessages.Full(state, at);

    public void WriteEvents(IReadOnlyList<ContestEvent> events, IBufferWriter<byte> output) =>
        JsonBytes.WriteTo(output, events, static (writer, events) =>
        {
            writer.WriteStartArray();
            foreach (var @event in events)
            {
                Write(writer, @event);
            }

            writer.WriteEndArray();
        });

    public IReadOnlyList<ContestEvent> ReadEvents(ReadOnlyMemory<byte> record) =>
        KindJson.Read(record, ContestJournalJson.Default.IReadOnlyListContestEvent, Whose);

    public Action<IBufferWriter<byte>> TakeSnapshot(ContestLog state)
    {
        var taken = ContestSnapshot.Of(state);
        return output => KindJson.Write(output, taken, ContestJournalJson.Default.ContestSnapshot);
    }

    public ContestLog ReadSnapshot(ChannelId channel, ReadOnlyMemory<byte> snapshot) =>
        KindJson.Read(snapshot, ContestJournalJson.Default.ContestSnapshot, Whose).ToLog(channel.Id);

    private static void Write(Utf8JsonWriter writer, ContestEvent @event)
    {
        if (@event is not QsoLogged logged)
        {
            JsonSerializer.Serialize(writer, @event, ContestJournalJson.Default.ContestEvent);
            return;
        }

        writer.WriteStartObject();
        writer.WriteString("type"u8, "qsoLogged"u8);
        writer.WritePropertyName("entry"u8);
        new EntryWriter(writer, nulls: false).Write(logged.Entry);
        writer.WriteEndObject();
    }
}
