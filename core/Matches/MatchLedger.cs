using System.Diagnostics;
using System.Runtime.InteropServices;

namespace OrleansContest.Matches;

/// <summary>A match with all its votes. Owned by one runner.</summary>
/// <param name="id">The match.</param>
public sealed class MatchLedger(string id)
{
    private readonly HashSet<string> keys = new(StringComparer.Ordinal);
    private readonly Dictionary<UInt128, (int TeamA, int TeamB)> votes = [];
    private readonly Dictionary<UInt128, byte> voters = [];
    private readonly SlidingWindow byVoter = new(TimeSpan.FromMinutes(1), MatchRules.VotesPerMinute);
    private readonly SlidingWindow byAddress = new(TimeSpan.FromHours(1), MatchRules.VotesPerHourAndAddress);

    public string Id { get; } = id;

    /// <summary>Null while the match was not created.</summary>
    public MatchCard? Card { get; private set; }

    public Tallies Tallies { get; } = new();

    /// <summary>Goes up by one with every fact, the same in every process: a name for what the match shows.</summary>
    public long Revision { get; private set; }

    /// <summary>Hashes of the keys that may bring votes.</summary>
    public IReadOnlySet<string> Keys => keys;

    public int VoteCount => votes.Count;

    internal IReadOnlyDictionary<UInt128, (int TeamA, int TeamB)> Votes => votes;

    internal IReadOnlyDictionary<UInt128, byte> Voters => voters;

    internal IReadOnlyCollection<(DateTimeOffset At, UInt128 Who)> RecentByVoter => byVoter.All;

    internal IReadOnlyCollection<(DateTimeOffset At, UInt128 Who)> RecentByAddress => byAddress.All;

    /// <summary>How its place stood just after the vote of that key; null when there is none.</summary>
    public PlaceCount? Outcome(UInt128 key) => votes.TryGetValue(key, out var count) ? new PlaceCount(count.TeamA, count.TeamB) : null;

    public int VotesOf(UInt128 voter) => voters.GetValueOrDefault(voter);

    /// <summary>The limit on how fast people vote that stands in this one's way; null when none does.</summary>
    internal RateLimit? RateLimitOf(Ballot ballot, DateTimeOffset at) =>
        byVoter.Reached(ballot.Voter, at) ?? (ballot.Address is { } address ? byAddress.Reached(address, at) : null);

    public void Apply(MatchEvent @event)
    {
        Revision++;
        switch (@event)
        {
            case MatchCreated e:
                Card = e.Card;
                break;
            case MatchRevised e:
                Card = e.Card;
                break;
            case KeyAdded e:
                keys.Add(e.KeyHash);
                break;
            case VotesCast e:
                Count(e);
                break;
            default:
                throw new UnreachableException();
        }
    }

    internal void Restore(MatchCard? card, long revision) => (Card, Revision) = (card, revision);

    internal void RestoreKey(string hash) => keys.Add(hash);

    internal void RestoreVote(UInt128 key, int teamA, int teamB) => votes.Add(key, (teamA, teamB));

    internal void RestoreVoter(UInt128 voter, byte votesCast) => voters.Add(voter, votesCast);

    internal void RestoreVoterTime(DateTimeOffset at, UInt128 voter) => byVoter.Add(voter, at);

    internal void RestoreAddressTime(DateTimeOffset at, UInt128 address) => byAddress.Add(address, at);

    private void Count(VotesCast cast)
    {
        votes.EnsureCapacity(votes.Count + cast.Votes.Count);
        foreach (var vote in cast.Votes)
        {
            var place = Tallies.Add(vote, cast.At);
            votes.Add(vote.Key, (place.TeamA, place.TeamB));
            CollectionsMarshal.GetValueRefOrAddDefault(voters, vote.Voter, out _)++;
            if (vote.Address is { } address)
            {
                byVoter.Add(vote.Voter, cast.At);
                byAddress.Add(address, cast.At);
            }
        }
    }
}
