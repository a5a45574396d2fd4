using System.Text;
using System.Text.Json;
using OrleansContest.Channels;
using OrleansContest.Gateway.Hub;

namespace OrleansContest.Gateway.Contests;

/// <summary>A subscriber's <c>filters</c>: members that an entry must have, with exactly these values.</summary>
/// <remarks>
/// Holds for <c>logEntry:*</c> and, on its <c>entry</c>, <c>dupe:detected</c>. A deletion names nothing but the entry's id, so
/// it passes unless the filter is about the id: a subscriber who never saw the entry can ignore it, one who did must be told.
/// </remarks>
internal sealed class DialectFilter : IUpdateFilter, IEquatable<DialectFilter>
{
    public const int MaxMembers = 16;

    private readonly FilterMember[] members;
    private readonly string canonical;

    private DialectFilter(FilterMember[] members)
    {
        this.members = members;
        canonical = string.Join(',', members.Select(member => member.Canonical));
    }

    /// <param name="filters">What the client sent.</param>
    /// <param name="filter">The filter; null if there is nothing to filter by.</param>
    /// <returns>What is wrong with it, or null.</returns>
    public static string? TryRead(JsonElement filters, out DialectFilter? filter)
    {
        filter = null;
        if (filters.ValueKind != JsonValueKind.Object)
        {
            return "Invalid filters: they must be an object";
        }

        var members = new SortedDictionary<string, FilterMember>(StringComparer.Ordinal);
        foreach (var member in filters.EnumerateObject())
        {
            if (FilterMember.Of(member) is not { } wanted)
            {
                return $"Invalid filters: \"{DialectMessage.Shorten(member.Name)}\" must be a short text, a number, true, false or null";
            }

            members[member.Name] = wanted;
        }

        filter = members.Count == 0 ? null : new DialectFilter([.. members.Values]);
        return members.Count <= MaxMembers ? null : $"Invalid filters: at most {MaxMembers} members";
    }

    public bool Passes(Update update) => update.Type switch
    {
        "logEntry:deleted" => MatchesEntry(update.Data.Span, lacking: true),
        "dupe:detected" => MatchesMember(update.Data.Span, "entry"u8),
        _ => !update.Type.StartsWith("logEntry:", StringComparison.Ordinal) || MatchesEntry(update.Data.Span, lacking: false),
    };

    public bool Equals(DialectFilter? other) => other?.canonical == canonical;

    public override bool Equals(object? obj) => Equals(obj as DialectFilter);

    public override int GetHashCode() => canonical.GetHashCode(StringComparison.Ordinal);

    private bool MatchesEntry(ReadOnlySpan<byte> entry, bool lacking)
    {
        var reader = new Utf8JsonReader(entry);
        return reader.Read() && Matches(ref reader, lacking);
    }

    private bool MatchesMember(ReadOnlySpan<byte> data, ReadOnlySpan<byte> name)
    {
        var reader = new Utf8JsonReader(data);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isIt = reader.ValueTextEquals(name);
            reader.Read();
            if (isIt)
            {
                return Matches(ref reader, lacking: false);
            }

            reader.Skip();
        }

        return false;
    }

    /// <param name="reader">Stands at the entry's beginning.</param>
    /// <param name="lacking">Whether a member that the entry does not have is as good as equal.</param>
    private bool Matches(ref Utf8JsonReader reader, bool lacking)
    {
        var equal = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var wanted = Find(ref reader);
            reader.Read();
            if (wanted is not null && !wanted.Equals(ref reader))
            {
                return false;
            }

            equal += wanted is null ? 0 : 1;
            reader.Skip();
        }

        return lacking || equal == members.Length;
    }

    private FilterMember? Find(ref Utf8JsonReader reader)
    {
        foreach (var member in members)
        {
            if (reader.ValueTextEquals(member.Name))
            {
                return member;
            }
        }

        return null;
    }

    /// <param name="Name">UTF-8.</param>
    /// <param name="Kind">The type that the value must have.</param>
    /// <param name="Text">UTF-8; what a text must be.</param>
    /// <param name="Number">What a number must be.</param>
    /// <param name="Canonical">The same for everything that means the same.</param>
    private sealed record FilterMember(byte[] Name, JsonTokenType Kind, byte[] Text, decimal Number, string Canonical)
    {
        private const int MaxCharacters = 256;

        public static FilterMember? Of(JsonProperty member)
        {
            var name = JsonSerializer.Serialize(member.Name);
            FilterMember Of(JsonTokenType kind, string text, decimal number) =>
                new(Encoding.UTF8.GetBytes(member.Name), kind, Encoding.UTF8.GetBytes(text), number, $"{name}:{kind}:{JsonSerializer.Serialize(text)}:{number:G29}");

            return member.Name.Length > MaxCharacters ? null : member.Value.ValueKind switch
            {
                JsonValueKind.String when member.Value.GetString() is { Length: <= MaxCharacters } text => Of(JsonTokenType.String, text, 0),
                JsonValueKind.Number when member.Value.TryGetDecimal(out var number) => Of(JsonTokenType.Number, "", number),
                JsonValueKind.True => Of(JsonTokenType.True, "", 0),
                JsonValueKind.False => Of(JsonTokenType.False, "", 0),
                JsonValueKind.Null => Of(JsonTokenType.Null, "", 0),
                _ => null,
            };
        }

        public bool Equals(ref Utf8JsonReader reader) => reader.TokenType == Kind && Kind switch
        {
            JsonTokenType.String => reader.ValueTextEquals(Text),
            JsonTokenType.Number => reader.TryGetDecimal(out var number) && number == Number,
            _ => true,
        };
    }
}
