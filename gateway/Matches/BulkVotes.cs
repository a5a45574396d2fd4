using System.Buffers;
using System.IO.Pipelines;
using OrleansContest.Channels;
using OrleansContest.Gateway.Http;
using OrleansContest.Matches;

namespace OrleansContest.Gateway.Matches;

/// <summary>Reads votes line by line and has them counted, some batches at a time: never more than those are in memory.</summary>
/// <param name="intake">Where they go.</param>
/// <param name="matchId">The match; a line that names another one is rejected.</param>
/// <param name="hashes">How voters are known there.</param>
internal sealed class BulkVotes(BulkIntake intake, string matchId, VoterHashes.OfMatch hashes)
{
    /// <summary>Bytes of a line; a longer one is no vote.</summary>
    public const int MaxLine = 8 << 10;

    /// <summary>Batches that are being counted while the next one is read.</summary>
    private const int MostUnderWay = 32;

    private readonly BulkCount count = new();
    private readonly Queue<(Task<Outcome<BallotsCounted>> Counting, List<int> Lines)> underWay = new();
    private List<Ballot> ballots = [];
    private List<int> lines = [];
    private int line;
    private bool isTooLong;

    /// <returns>What became of the votes; or why none of them counts. Bringing them all again counts what was left out, and nothing twice.</returns>
    public async Task<Outcome<BulkBody>> RunAsync(PipeReader body, CancellationToken cancellationToken)
    {
        try
        {
            return await ReadAsync(body, cancellationToken);
        }
        finally
        {
            await Task.WhenAll(underWay.Select(batch => (Task)batch.Counting)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<Outcome<BulkBody>> ReadAsync(PipeReader body, CancellationToken cancellationToken)
    {
        while (true)
        {
            var read = await body.ReadAsync(cancellationToken);
            var rest = read.Buffer;
            while (TakeLine(ref rest, read.IsCompleted))
            {
                if (ballots.Count == MatchRules.MaxBallots)
                {
                    await SendAsync(cancellationToken);
                }
            }

            body.AdvanceTo(rest.Start, rest.End);
            if (count.Refusal is { } refusal)
            {
                return refusal;
            }

            if (read.IsCompleted)
            {
                return await EndAsync(cancellationToken);
            }
        }
    }

    private async Task<Outcome<BulkBody>> EndAsync(CancellationToken cancellationToken)
    {
        if (isTooLong)
        {
            Take(ReadOnlySequence<byte>.Empty);
        }

        if (ballots.Count > 0)
        {
            await SendAsync(cancellationToken);
        }

        while (underWay.Count > 0)
        {
            await SettleAsync();
        }

        return count.Refusal is { } refusal ? refusal : count.Total();
    }

    /// <summary>Takes the next line out of what has arrived, if it has arrived whole or is too long to be one.</summary>
    private bool TakeLine(ref ReadOnlySequence<byte> rest, bool isLast)
    {
        if (rest.PositionOf((byte)'\n') is { } end)
        {
            Take(rest.Slice(0, end));
            rest = rest.Slice(rest.GetPosition(1, end));
            return true;
        }

        if (rest.IsEmpty || !(isLast || rest.Length > MaxLine))
        {
            return false;
        }

        if (isLast)
        {
            Take(rest);
        }

        isTooLong |= !isLast;
        rest = rest.Slice(rest.End);
        return isLast;
    }

    private void Take(ReadOnlySequence<byte> text)
    {
        line++;
        if (isTooLong || text.Length > MaxLine)
        {
            isTooLong = false;
            count.Reject(line, CodedErrorBody.Validation);
        }
        else if (text.IsSingleSegment)
        {
            Take(text.FirstSpan);
        }
        else
        {
            Span<byte> whole = stackalloc byte[MaxLine];
            text.CopyTo(whole);
            Take(whole[..(int)text.Length]);
        }
    }

    private void Take(ReadOnlySpan<byte> text)
    {
        if (text.Trim(" \t\r"u8).IsEmpty)
        {
            return;
        }

        var vote = VoteReader.Read(text);
        if (!vote.IsFlawless)
        {
            count.Reject(line, CodedErrorBody.Validation);
        }
        else if (vote.MatchId is not null && vote.MatchId != matchId)
        {
            count.Reject(line, MatchError.InvalidMatch);
        }
        else
        {
            ballots.Add(vote.ToBallot(hashes.Of(vote.Fingerprint!), vote.VoteId ?? VoteEndpoint.NewId()));
            lines.Add(line);
        }
    }

    private async Task SendAsync(CancellationToken cancellationToken)
    {
        underWay.Enqueue((intake.CountAsync(ballots, cancellationToken), lines));
        (ballots, lines) = (new List<Ballot>(MatchRules.MaxBallots), new List<int>(MatchRules.MaxBallots));
        while (underWay.Count > MostUnderWay || (underWay.TryPeek(out var first) && first.Counting.IsCompleted))
        {
            await SettleAsync();
        }
    }

    private async Task SettleAsync()
    {
        var (counting, itsLines) = underWay.Peek();
        count.Add(itsLines, await counting);
        underWay.Dequeue();
    }
}
