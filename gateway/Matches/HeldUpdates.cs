using System.Text.Json;
using OrleansContest.Channels;
using OrleansContest.Gateway.Hub;
using OrleansContest.Matches;

namespace OrleansContest.Gateway.Matches;

/// <summary>Updates of a match that wait to be told, in order and without holes. Of each sort only the latest will be.</summary>
internal sealed class HeldUpdates
{
    /// <summary>Stands in a list for an update whose latest of the sort comes later: nobody is told it.</summary>
    public const string Superseded = "";

    /// <summary>Sorts of which the latest is kept; of more than that only the last number, for then a full state says it all.</summary>
    private const int MostSorts = 100;

    /// <summary>Numbers that may be told in one list.</summary>
    private const int MostNumbers = 5_000;

    private readonly Dictionary<string, Update> latest = new(StringComparer.Ordinal);
    private long told;

    public bool IsEmpty => Last == told;

    /// <summary>Whether there were too many to be kept, or one of them says that a full state is needed.</summary>
    public bool IsOverfull { get; private set; }

    /// <summary>Messages that telling them takes.</summary>
    public int Messages => latest.Count;

    /// <summary>The number of the last one, told ones included.</summary>
    public long Last { get; private set; }

    /// <summary>Begins with another numbering, of which everything up to a number was told.</summary>
    public void Begin(long at)
    {
        (told, Last, IsOverfull) = (at, at, false);
        latest.Clear();
    }

    /// <summary>Everything up to a number was told, or need not be.</summary>
    public void Pass(long at)
    {
        if (at >= Last)
        {
            Begin(at);
            return;
        }

        told = at;
        foreach (var (sort, update) in latest)
        {
            if (update.Seq <= at)
            {
                latest.Remove(sort);
            }
        }
    }

    /// <summary>Takes updates that follow on the last one.</summary>
    public void Add(IReadOnlyList<Update> next)
    {
        foreach (var update in next)
        {
            if (update.Seq > Last)
            {
                Last = update.Seq;
                Keep(update);
            }
        }
    }

    /// <summary>Takes out all of them, each that is not the latest of its sort as a mere number.</summary>
    public IReadOnlyList<Update> TakeMerged()
    {
        var merged = new Update[Last - told];
        foreach (var update in latest.Values)
        {
            merged[update.Seq - told - 1] = update;
        }

        for (var i = 0; i < merged.Length; i++)
        {
            merged[i] ??= new Update(told + 1 + i, Superseded, default, default);
        }

        Begin(Last);
        return merged;
    }

    private void Keep(Update update)
    {
        if (!IsOverfull)
        {
            latest[SortOf(update)] = update;
            IsOverfull = update.Type == MatchModel.Refresh || latest.Count > MostSorts || Last - told > MostNumbers;
        }
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
