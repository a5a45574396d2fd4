using System.Text.Json;
using OrleansContest.Matches;

namespace OrleansContest.Gateway.Matches;

/// <summary>Reads a vote from its JSON: as it stands in a body of its own, or in a line of many.</summary>
internal static class VoteReader
{
    private const int MaxCellDigits = 16;

    private static readonly JsonReaderOptions bounds = new() { MaxDepth = 16 };

    /// <summary>Every code there can be, so that a million votes share their texts.</summary>
    private static readonly string[] countries = [.. Enumerable.Range(0, 26 * 26).Select(n => $"{(char)('A' + (n / 26))}{(char)('A' + (n % 26))}")];

    /// <summary>Reads one vote. What is wrong with it stands in its <see cref="VoteFields.Flaws"/>.</summary>
    public static VoteFields Read(ReadOnlySpan<byte> json)
    {
        var vote = default(VoteFields);
        try
        {
            var reader = new Utf8JsonReader(json, bounds);
            ReadVote(ref reader, ref vote);
            vote.Check();
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            vote.Blame("A vote is one object in JSON, UTF-8");
        }

        return vote;
    }

    private static void ReadVote(ref Utf8JsonReader reader, ref VoteFields vote)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException();
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            ReadMember(ref reader, ref vote);
        }

        if (reader.Read())
        {
            throw new JsonException();
        }
    }

    private static void ReadMember(ref Utf8JsonReader reader, ref VoteFields vote)
    {
        if (reader.ValueTextEquals("fingerprint"u8))
        {
            vote.Fingerprint = ReadText(ref reader, ref vote, "fingerprint");
        }
        else if (reader.ValueTextEquals("voteId"u8))
        {
            vote.VoteId = ReadText(ref reader, ref vote, "voteId");
        }
        else if (reader.ValueTextEquals("matchId"u8))
        {
            vote.MatchId = ReadText(ref reader, ref vote, "matchId");
        }
        else if (reader.ValueTextEquals("teamChoice"u8))
        {
            reader.Read();
            vote.Team = TeamOf(ref reader);
        }
        else if (reader.ValueTextEquals("location"u8))
        {
            ReadLocation(ref reader, ref vote);
        }
        else
        {
            Pass(ref reader);
        }
    }

    private static TeamChoice? TeamOf(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return reader.ValueTextEquals("team_a"u8) ? TeamChoice.TeamA : reader.ValueTextEquals("team_b"u8) ? TeamChoice.TeamB : null;
        }

        reader.Skip();
        return null;
    }

    private static void ReadLocation(ref Utf8JsonReader reader, ref VoteFields vote)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            vote.Blame("location is an object");
            return;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            ReadPlace(ref reader, ref vote);
        }
    }

    private static void ReadPlace(ref Utf8JsonReader reader, ref VoteFields vote)
    {
        if (reader.ValueTextEquals("h3Index"u8))
        {
            ReadCell(ref reader, ref vote);
        }
        else if (reader.ValueTextEquals("h3Resolution"u8))
        {
            ReadResolution(ref reader, ref vote);
        }
        else if (reader.ValueTextEquals("countryCode"u8))
        {
            ReadCountry(ref reader, ref vote);
        }
        else
        {
            Pass(ref reader);
        }
    }

    private static void ReadCell(ref Utf8JsonReader reader, ref VoteFields vote)
    {
        Span<char> text = stackalloc char[MaxCellDigits];
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null)
        {
            return;
        }

        if (reader.TokenType == JsonTokenType.String && reader.ValueSpan.Length <= MaxCellDigits && H3Cell.TryParse(text[..reader.CopyString(text)], out var cell))
        {
            vote.Cell = cell;
            return;
        }

        reader.Skip();
        vote.Blame("h3Index is no H3 cell");
    }

    private static void ReadResolution(ref Utf8JsonReader reader, ref VoteFields vote)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null)
        {
            return;
        }

        if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var resolution) && resolution is >= 0 and <= H3Cell.MaxResolution)
        {
            vote.Resolution = resolution;
            return;
        }

        reader.Skip();
        vote.Blame("h3Resolution is a number from 0 to 15");
    }

    private static void ReadCountry(ref Utf8JsonReader reader, ref VoteFields vote)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null)
        {
            return;
        }

        if (reader.TokenType == JsonTokenType.String && reader.ValueSpan is [var first, var second] && char.IsAsciiLetter((char)first) && char.IsAsciiLetter((char)second))
        {
            vote.Country = countries[(((first & 0xDF) - 'A') * 26) + (second & 0xDF) - 'A'];
            return;
        }

        reader.Skip();
        vote.Blame("countryCode is two letters, ISO 3166-1 alpha-2");
    }

    private static string? ReadText(ref Utf8JsonReader reader, ref VoteFields vote, string member)
    {
        reader.Read();
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                return null;
            case JsonTokenType.String:
                return reader.GetString();
            default:
                reader.Skip();
                vote.Blame($"{member} is a text");
                return null;
        }
    }

    /// <summary>What is not known is ignored.</summary>
    private static void Pass(ref Utf8JsonReader reader)
    {
        reader.Read();
        reader.Skip();
    }
}
