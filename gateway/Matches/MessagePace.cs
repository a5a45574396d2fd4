namespace OrleansContest.Gateway.Matches;

/// <summary>Counts what happened within the last second, and a little more, because messages do not travel equally fast. Not safe for threads.</summary>
internal sealed class MessagePace(TimeProvider clock)
{
    private static readonly TimeSpan second = TimeSpan.FromSeconds(1.1);

    private readonly Queue<(long At, int Count)> times = new();
    private int sum;

    /// <summary>How many within the last second.</summary>
    public int Recent
    {
        get
        {
            Forget();
            return sum;
        }
    }

    public void Add(int count)
    {
        Forget();
        times.Enqueue((clock.GetTimestamp(), count));
        sum += count;
    }

    /// <summary>How long until that many more make no more than <paramref name="most"/> within a second; zero when they may come now.</summary>
    public TimeSpan WaitFor(int count, int most)
    {
        Forget();
        var left = sum;
        foreach (var (at, past) in times)
        {
            if (left + count <= most)
            {
                break;
            }

            left -= past;
            if (left + count <= most || left == 0)
            {
                return second - clock.GetElapsedTime(at);
            }
        }

        return TimeSpan.Zero;
    }

    private void Forget()
    {
        while (times.TryPeek(out var first) && clock.GetElapsedTime(first.At) >= second)
        {
            sum -= times.Dequeue().Count;
        }
    }
}
