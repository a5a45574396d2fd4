using System.Text.Json;
using OrleansContest.Channels;

namespace OrleansContest.Contests;

/// <summary>What spectators see of a contest: each event as the contract's messages, in the contract's order.</summary>
internal static class ContestUpdates
{
    public static IReadOnlyList<UpdateDraft> Of(ContestLog log, ContestEvent @event) => @event switch
    {
        QsoLogged e => new UpdateList(log).Created(e.Entry).Recounted(e.Entry).Finish(),
        QsoEdited e => Of(log, e),
        QsoDeleted e => Of(log, e),
        QsosMerged e => new UpdateList(log).Restated(e.Standings).Finish(),
        _ => [],
    };

    public static ReadOnlyMemory<byte> Full(ContestLog log, DateTimeOffset at) => JsonBytes.Write(
        (log, at),
        static (writer, shown) =>
        {
            var (log, at) = shown;
            writer.WriteStartObject();
            writer.WritePropertyName("contest"u8);
            JsonSerializer.Serialize(writer, log.Card, ContestJson.Default.ContestCard!);
            writer.WriteStartArray("aggregates"u8);
            foreach (var hour in log.Figures.Hours)
            {
                JsonSerializer.Serialize(writer, hour.Show(log.ContestId), ContestJson.Default.LogAggregate);
            }

            writer.WriteEndArray();
            writer.WritePropertyName("scoreboard"u8);
            JsonSerializer.Serialize(writer, log.Figures.ShowScoreboard(), ContestJson.Default.IReadOnlyListScoreboardRow);
            writer.WritePropertyName("bandOccupancy"u8);
            JsonSerializer.Serialize(writer, log.BandOccupancy(at), ContestJson.Default.BandOccupancy);
            writer.WriteEndObject();
        });

    private static IReadOnlyList<UpdateDraft> Of(ContestLog log, QsoEdited edited)
    {
        var updates = new UpdateList(log).Updated(edited.After).Restated(edited.Others);
        if (edited.After.CountsOtherThan(edited.Before))
        {
            updates.Recounted(edited.Before).Recounted(edited.After);
        }

        return (BecameDupe(log, edited) ? updates.Detect(edited.After) : updates).Finish();
    }

    /// <summary>Of nobody's dupe, or of somebody else's than before.</summary>
    private static bool BecameDupe(ContestLog log, QsoEdited edited) =>
        edited.After.IsDupe && (!edited.Before.IsDupe || log.Dupes.KeyOf(edited.After) != log.Dupes.KeyOf(edited.Before));

    private static IReadOnlyList<UpdateDraft> Of(ContestLog log, QsoDeleted deleted)
    {
        var updates = new UpdateList(log).Deleted(deleted.Entry.Id).Restated(deleted.Others);
        if (deleted.Entry.Counts())
        {
            updates.Recounted(deleted.Entry);
        }

        return updates.Finish();
    }
}
