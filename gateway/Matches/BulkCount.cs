using OrleansContest.Channels;
using OrleansContest.Matches;

namespace OrleansContest.Gateway.Matches;

/// <summary>What has become of the votes of one bulk so far.</summary>
internal sealed class BulkCount
{
    private const int MostShown = 10_000;

    private readonly SortedDictionary<int, string> rejected = [];
    private int accepted;
    private int duplicates;
    private int rejections;

    /// <summary>Why the bulk is refused as a whole; null while it is not.</summary>
    public Refusal? Refusal { get; private set; }

    public void Reject(int line, string code)
    {
        rejections++;
        if (rejected.Count < MostShown)
        {
            rejected.Add(line, code);
        }
    }

    /// <param name="lines">On which lines the votes of a batch stood.</param>
    /// <param name="outcome">What became of them.</param>
    public void Add(IReadOnlyList<int> lines, Outcome<BallotsCounted> outcome)
    {
        if (outcome.IsRefused())
        {
            Refuse(lines, outcome.Refusal);
            return;
        }

        for (var i = 0; i < lines.Count; i++)
        {
            switch (outcome.Value.Outcomes[i].Verdict)
            {
                case BallotVerdict.Accepted:
                    accepted++;
                    break;
                case BallotVerdict.Duplicate:
                    duplicates++;
                    break;
                default:
                    Reject(lines[i], MatchError.VoteLimitExceeded);
                    break;
            }
        }
    }

    public BulkBody Total() => new(
        accepted, duplicates, [.. rejected.Select(vote => new RejectedVote(vote.Key, vote.Value))], rejections);

    /// <summary>A match that ends in the middle has counted what came before.</summary>
    private void Refuse(IReadOnlyList<int> lines, Refusal refusal)
    {
        if (refusal != MatchRefusals.NotActive || accepted + duplicates == 0)
        {
            Refusal = refusal;
            return;
        }

        foreach (var line in lines)
        {
            Reject(line, MatchError.InvalidMatch);
        }
    }
}
