using System.Text.Json;
using OrleansContest.Channels;

namespace OrleansContest.Matches;

/// <summary>The contract's messages.</summary>
internal static class MatchMessages
{
    public static UpdateDraft Stats(MatchLedger ledger) => new("match:stats", JsonBytes.Write(ledger, static (writer, ledger) =>
    {
        Begin(writer, ledger);
        WriteStats(writer, ledger);
        writer.WriteEndObject();
    }));

    public static UpdateDraft Vote(MatchLedger ledger, CastVote vote, DateTimeOffset at) =>
        new("vote:new", JsonBytes.Write((ledger, vote, at), static (writer, said) =>
        {
            Begin(writer, said.ledger);
            writer.WriteString("teamChoice"u8, said.vote.Team == TeamChoice.TeamA ? "team_a"u8 : "team_b"u8);
            WriteCell(writer, said.vote.Cell);
            if (said.vote.Country is { } country)
            {
                writer.WriteString("countryCode"u8, country);
            }

            UtcMilliseconds.Write(writer, "timestamp"u8, said.at);
            writer.WriteEndObject();
        }));

    public static UpdateDraft Updated(MatchLedger ledger, VoteAggregate place) =>
        new("aggregate:updated", JsonBytes.Write((ledger, place), static (writer, said) =>
        {
            Begin(writer, said.ledger);
            WritePlace(writer, said.place);
            writer.WriteEndObject();
        }));

    public static UpdateDraft Refresh(MatchLedger ledger) => new(MatchModel.Refresh, JsonBytes.Write(ledger, static (writer, ledger) =>
    {
        Begin(writer, ledger);
        writer.WriteEndObject();
    }));

    public static UpdateDraft Changed(MatchLedger ledger) =>
        new("match:updated", JsonBytes.Write(ledger.Card!, static (writer, card) => JsonSerializer.Serialize(writer, card, MatchJson.Default.MatchCard)));

    public static ReadOnlyMemory<byte> Full(MatchLedger ledger) => JsonBytes.Write(ledger, static (writer, ledger) =>
    {
        writer.WriteStartObject();
        writer.WritePropertyName("match"u8);
        JsonSerializer.Serialize(writer, ledger.Card!, MatchJson.Default.MatchCard);
        WriteStats(writer, ledger);
        writer.WriteStartArray("aggregates"u8);
        foreach (var place in Places.Shown(ledger.Tallies))
        {
            writer.WriteStartObject();
            WritePlace(writer, place);
            UtcMilliseconds.Write(writer, "lastUpdatedAt"u8, place.LastUpdatedAt);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    });

    private static void Begin(Utf8JsonWriter writer, MatchLedger ledger)
    {
        writer.WriteStartObject();
        writer.WriteString("matchId"u8, ledger.Id);
    }

    private static void WriteStats(Utf8JsonWriter writer, MatchLedger ledger)
    {
        writer.WritePropertyName("stats"u8);
        JsonSerializer.Serialize(writer, MatchStats.Of(ledger.Tallies), MatchJson.Default.MatchStats);
    }

    private static void WriteCell(Utf8JsonWriter writer, ulong? index)
    {
        if (index is { } cell)
        {
            writer.WriteString("h3Index"u8, H3Cell.FromIndex(cell).ToString());
            writer.WriteNumber("h3Resolution"u8, H3Cell.FromIndex(cell).Resolution);
        }
        else
        {
            writer.WriteNull("h3Index"u8);
            writer.WriteNull("h3Resolution"u8);
        }
    }

    private static void WritePlace(Utf8JsonWriter writer, VoteAggregate place)
    {
        writer.WriteString("aggregateType"u8, place.AggregateType);
        writer.WriteString("locationKey"u8, place.LocationKey);
        if (place.Resolution is { } resolution)
        {
            writer.WriteNumber("resolution"u8, resolution);
        }

        writer.WriteNumber("teamACount"u8, place.TeamACount);
        writer.WriteNumber("teamBCount"u8, place.TeamBCount);
        writer.WriteNumber("voteCount"u8, place.VoteCount);
    }
}
