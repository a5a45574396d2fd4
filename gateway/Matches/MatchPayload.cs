using System.Text.Json;
using OrleansContest.Gateway.Hub;

namespace OrleansContest.Gateway.Matches;

/// <summary>Takes a match's own messages apart, and puts beside their members what is ours.</summary>
internal static class MatchPayload
{
    public const string Stats = "match:stats";
    public const string Initial = "aggregates:initial";

    /// <summary>All the votes that a <c>match:stats</c> tells of.</summary>
    public static long VotesIn(ReadOnlySpan<byte> stats)
    {
        var reader = new Utf8JsonReader(stats);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("totalVotes"u8))
            {
                reader.Read();
                return reader.GetInt64();
            }
        }

        return 0;
    }

    /// <summary>Finds the totals and the places in a full state.</summary>
    public static (Range Stats, Range Aggregates) PartsOf(ReadOnlySpan<byte> full)
    {
        var (stats, aggregates) = (default(Range), default(Range));
        var reader = new Utf8JsonReader(full);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var (isStats, isAggregates) = (reader.ValueTextEquals("stats"u8), reader.ValueTextEquals("aggregates"u8));
            reader.Read();
            var from = (int)reader.TokenStartIndex;
            if (isAggregates)
            {
                // They come last, and there may be very many.
                return (stats, from..(full.Length - 1));
            }

            reader.Skip();
            stats = isStats ? from..(int)reader.BytesConsumed : stats;
        }

        return (stats, aggregates);
    }

    /// <summary>Writes <c>{"matchId":…,"NAME":VALUE</c>, and leaves the object open.</summary>
    /// <param name="output">Takes it.</param>
    /// <param name="channel"><c>match:ID</c>; an id needs no escaping.</param>
    /// <param name="name">The member.</param>
    /// <param name="value">Its JSON.</param>
    public static void WritePart(FrameBuffer output, string channel, ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        output.Write("{\"matchId\":\""u8);
        output.Write(channel[(channel.IndexOf(':') + 1)..]);
        output.Write("\",\""u8);
        output.Write(name);
        output.Write("\":"u8);
        output.Write(value);
    }

    /// <summary>Writes the position as members of an object that others stand in before them.</summary>
    public static void WritePosition(FrameBuffer output, string epoch, long seq, long prev)
    {
        output.Write(",\"epoch\":\""u8);
        output.Write(epoch);
        output.Write("\",\"seq\":"u8);
        output.Write(seq);
        if (prev != Block.NoPrev)
        {
            output.Write(",\"prev\":"u8);
            output.Write(prev);
        }
    }
}
