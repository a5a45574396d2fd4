using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace OrleansContest.Contests.Figures;

/// <summary>How many of each, in ordinal order; what there is none of is not in it. For few different names.</summary>
internal sealed class Tally : IReadOnlyDictionary<string, int>
{
    private readonly SortedList<string, int> counts = new(StringComparer.Ordinal);

    public int Count => counts.Count;

    public IEnumerable<string> Keys => counts.Keys;

    public IEnumerable<int> Values => counts.Values;

    public int this[string name] => counts[name];

    public void Change(string name, int change)
    {
        var place = counts.IndexOfKey(name);
        var now = change + (place < 0 ? 0 : counts.GetValueAtIndex(place));
        if (now == 0)
        {
            counts.RemoveAt(place);
        }
        else if (place < 0)
        {
            counts.Add(name, now);
        }
        else
        {
            counts.SetValueAtIndex(place, now);
        }
    }

    public IReadOnlyDictionary<string, int> Copy() => new SortedList<string, int>(counts, StringComparer.Ordinal);

    public void WriteTo(Utf8JsonWriter writer, ReadOnlySpan<byte> name)
    {
        writer.WriteStartObject(name);
        for (var i = 0; i < counts.Count; i++)
        {
            writer.WriteNumber(counts.GetKeyAtIndex(i), counts.GetValueAtIndex(i));
        }

        writer.WriteEndObject();
    }

    public bool ContainsKey(string key) => counts.ContainsKey(key);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out int value) => counts.TryGetValue(key, out value);

    public IEnumerator<KeyValuePair<string, int>> GetEnumerator() => counts.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
