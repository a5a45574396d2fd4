using System.Text.Json;
using OrleansContest.Channels;
using OrleansContest.Gateway.Hub;

namespace OrleansContest.Gateway.Matches;

/// <summary>Updates of a match that wait to be told, in order and without holes. Of each sort only the latest will be.</summary>
internal sealed class HeldUpdates
{
    /// <summary>Updates that are kept; of more than that only the last number, for then a full state says it all.</summary>
    private const int MostKept = 100;

    private readonly List<Update> updates = [];
    private readonly HashSet<string> sorts = new(StringComparer.Ordinal);
    private long through;

    /// <summary>Stands in a list for an update whose latest of the sort comes later: nobody is told it.</summary>
    public const string Superseded = "";

    public bool IsEmpty => !IsOverfull && updates.Count == 0;

    /// <summary>Whether there were too many to be kept.</summary>
    public bool IsOverfull { get; private set; }

    /// <summary>Messages that telling them takes.</summary>
    public int Messages => sorts.Count;

    /// <summary>The number of the last one, told ones included.</summary>
    public long Last => IsOverfull || updates.Count == 0 ? through : updates[^1].Seq;

    /// <summary>Everything up to a number was told, or need not be.</summary>
    public void Restart(long at)
    {
        if (IsOverfull && at < through)
        {
            return;
        }

        IsOverfull = false;
        through = at;
        updates.RemoveAll(update => update.Seq <= at);
        sorts.Clear();
        updates.ForEach(update => sorts.Add(SortOf(update)));
    }

    /// <summary>Takes updates that follow on the last one.</summary>
    public void Add(IEnumerable<Update> next)
    {
        foreach (var update in next)
        {
            if (update.Seq <= Last)
            {
                continue;
            }

            if (IsOverfull || updates.Count == MostKept)
            {
                (IsOverfull, through) = (true, update.Seq);
                updates.Clear();
                sorts.Clear();
                continue;
            }

            updates.Add(update);
            sorts.Add(SortOf(update));
        }
    }

    /// <summary>Takes out all of them, each that is not the latest of its sort as a mere number.</summary>
    public IReadOnlyList<Update> TakeMerged()
    {
        var merged = new Update[updates.Count];
        sorts.Clear();
        for (var i = merged.Length - 1; i >= 0; i--)
        {
            merged[i] = sorts.Add(SortOf(updates[i])) ? updates[i] : new Update(updates[i].Seq, Superseded, default, default);
        }

        Restart(Last);
        return merged;
    }

    /// <summary>The type, and of votes and places also where.</summary>
    private static string SortOf(Update update) => update.Type switch
    {
        "aggregate:updated" => $"place {TextOf(update, "locationKey"u8)}",
        "vote:new" => $"vote {TextOf(update, "h3Index"u8) ?? TextOf(update, "countryCode"u8)}",
        var type => type,
    };

    private static string? TextOf(Update update, ReadOnlySpan<byte> member)
    {
        var reader = new Utf8JsonReader(update.Data.Span);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isWanted = reader.ValueTextEquals(member);
            reader.Read();
            if (isWanted)
            {
                return reader.GetString();
            }
        }

        return null;
    }
}

/// <summary>What is left when the superseded ones are left out.</summary>
internal sealed class LatestUpdates : IUpdateFilter
{
    private LatestUpdates()
    {
    }

    public static LatestUpdates Only { get; } = new();

    public bool Passes(Update update) => update.Type != HeldUpdates.Superseded;
}
