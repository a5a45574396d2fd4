using System.Collections.Immutable;

namespace OrleansContest.LoadTest.Truth;

/// <summary>What a channel looks like at one position. Spectators who have come to the same share one.</summary>
/// <remarks>It knows the messages that were seen to lead on from it, so that all but the first spectator only compare bytes.</remarks>
internal sealed class State(string epoch, long seq, ImmutableDictionary<string, Row> rows, ulong digest)
{
    private const int mostSteps = 32;

    private Step[] steps = [];
    private bool isPast;

    public string Epoch => epoch;

    public long Seq => seq;

    public ImmutableDictionary<string, Row> Rows => rows;

    /// <summary>Sum of its rows' digests: the same for the same rows, whatever the order in which they came.</summary>
    public ulong Digest => digest;

    public string Position => $"{epoch}:{seq}";

    /// <summary>The step that these bytes are, if it was taken before.</summary>
    public Step? Find(ReadOnlySpan<byte> message)
    {
        foreach (var step in Volatile.Read(ref steps))
        {
            if (message.SequenceEqual(step.Message))
            {
                return step;
            }
        }

        return null;
    }

    /// <summary>Called under the channel's lock.</summary>
    public void Remember(Step step)
    {
        if (!isPast && steps.Length < mostSteps)
        {
            Volatile.Write(ref steps, [.. steps, step]);
        }
    }

    /// <summary>Lets go of what leads on from here: else the slowest spectator would keep everything since.</summary>
    public void Forget()
    {
        isPast = true;
        Volatile.Write(ref steps, []);
    }
}

/// <summary>A message that leads from one state to another, checked once for all.</summary>
/// <param name="Message">Its bytes.</param>
/// <param name="To">Where it leads.</param>
/// <param name="Shown">What was ingested that it is the first to show to who takes it.</param>
internal sealed record Step(byte[] Message, State To, IReadOnlyList<Sighting> Shown);

/// <summary>The n-th ingest of a lane, from 1, has become visible.</summary>
internal readonly record struct Sighting(int Lane, long Number);
