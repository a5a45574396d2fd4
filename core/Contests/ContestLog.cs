using OrleansContest.Contests.Figures;

namespace OrleansContest.Contests;

/// <summary>What the rules know of one contest: its entries, everything that follows from them, and who may add to them.</summary>
/// <remarks>Changed by one runner only, event by event. What its queries give is a copy.</remarks>
public sealed class ContestLog
{
    private readonly EntryBook book;
    private readonly SortedDictionary<string, StationHeaders> headers = new(StringComparer.OrdinalIgnoreCase);
    private ContestFigures? figures;
    private DupeIndex? dupes;

    internal ContestLog(string contestId)
    {
        ContestId = contestId;
        book = new EntryBook(contestId);
    }

    public string ContestId { get; }

    /// <summary>Null until the contest is created.</summary>
    public ContestCard? Card { get; private set; }

    /// <summary>Header lines by station.</summary>
    public IReadOnlyList<StationHeaders> Headers => [.. headers.Values];

    internal ContestAccess Access { get; } = new();

    internal EntryBook Entries => book;

    internal ContestFigures Figures => figures ?? throw NotCreated();

    internal DupeIndex Dupes => dupes ?? throw NotCreated();

    /// <summary>When an entry last came, changed or went.</summary>
    internal DateTimeOffset? ChangedAt { get; set; }

    public void Apply(ContestEvent @event)
    {
        switch (@event)
        {
            case ContestCreated e:
                Begin(e.Card);
                break;
            case KeyAdded e:
                Access.AddKey(e.KeyHash);
                break;
            case SessionOpened e:
                Access.Open(e.TokenHash, e.Session, e.At);
                break;
            case SessionExtended e:
                Access.Extend(e.TokenHash, e.ExpiresAt);
                break;
            case HeadersKept e:
                Keep(e.Headers);
                break;
            case QsoLogged e:
                Place(e.Entry.Id, e.Entry, e.Entry.CreatedAt);
                break;
            case QsoEdited e:
                Place(e.After.Id, e.After, e.After.UpdatedAt);
                Restate(e.Others, e.After.UpdatedAt);
                break;
            case QsoDeleted e:
                Place(e.Entry.Id, null, e.At);
                Restate(e.Others, e.At);
                break;
            case QsosMerged e:
                Restate(e.Standings, e.At);
                break;
            default:
                throw new ArgumentException($"A contest knows no {@event.GetType().Name}.", nameof(@event));
        }
    }

    public IReadOnlyList<LogEntry> Page(EntryQuery query) => book.Page(query);

    /// <param name="start">First period, inclusive; null for no bound.</param>
    /// <param name="end">Last period, exclusive; null for no bound.</param>
    public IReadOnlyList<LogAggregate> Aggregates(DateTimeOffset? start, DateTimeOffset? end) =>
    [
        .. Figures.Hours.Where(hour => !(hour.Start < start) && !(hour.Start >= end)).Select(hour => hour.Copy(ContestId)),
    ];

    public IReadOnlyList<ScoreboardRow> Scoreboard() => [.. Figures.Ranking.Select(totals => totals.Copy())];

    public BandOccupancy BandOccupancy(DateTimeOffset at) => Figures.Occupancy(at);

    public OperatorActivity OperatorActivity(string operatorCall) => Figures.Activity(operatorCall);

    public ContestStatistics Statistics() => Figures.Statistics(book.Count > 0 ? ChangedAt : null);

    internal void Begin(ContestCard card)
    {
        Card = card;
        figures = new ContestFigures(card);
        dupes = new DupeIndex(card.Rules.Dupes);
    }

    internal void Keep(StationHeaders lines) => headers[lines.StationId] = lines;

    /// <summary>Puts an entry into the log, or takes it out, with all that follows for the figures.</summary>
    internal void Place(string id, LogEntry? entry, DateTimeOffset at)
    {
        var number = book.NumberOf(id);
        if (book[number] is { } before && before.Counts())
        {
            Figures.Remove(before);
            Dupes.Remove(before, number);
        }

        book.Put(number, entry);
        ChangedAt = at;
        if (entry is not null && entry.Counts())
        {
            Figures.Add(entry);
            Dupes.Add(entry, number);
        }
    }

    private void Restate(IReadOnlyList<Standing> standings, DateTimeOffset at)
    {
        foreach (var standing in standings)
        {
            if (book.Find(standing.Id) is { } entry)
            {
                Place(standing.Id, standing.ApplyTo(entry, at), at);
            }
        }
    }

    private InvalidOperationException NotCreated() => new($"The contest {ContestId} has not been created.");
}
