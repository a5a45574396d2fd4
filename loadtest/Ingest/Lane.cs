using System.Net;
using OrleansContest.LoadTest.Figures;
using OrleansContest.LoadTest.Kinds;

namespace OrleansContest.LoadTest.Ingest;

/// <summary>Sends one ingest after another, each when it is due or as soon after as the one before it was answered, again and again until it is.</summary>
/// <param name="index">Its number among all lanes.</param>
/// <param name="kind">What it sends.</param>
/// <param name="channel">Where to.</param>
/// <param name="localIndex">Its number in the channel.</param>
/// <param name="tools">What all lanes share.</param>
internal sealed class Lane(int index, IFedKind kind, StagedChannel channel, int localIndex, LaneTools tools)
{
    private static readonly TimeSpan firstPause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan longestPause = TimeSpan.FromSeconds(1);

    private long acknowledged;

    public int Index => index;

    /// <summary>What the state showed for it before the run.</summary>
    public long Base { get; set; }

    public StagedChannel Channel => channel;

    /// <summary>The row that counts it.</summary>
    public string Row => kind.RowOf(localIndex);

    /// <summary>How many of its ingests were acknowledged.</summary>
    public long Acknowledged => Volatile.Read(ref acknowledged);

    /// <summary>Whether one more was sent of which nobody said what became of it.</summary>
    public bool HasUnknown { get; private set; }

    /// <param name="stop">No new ingest is begun.</param>
    /// <param name="giveUp">Not even the answer to the last is waited for.</param>
    /// <exception cref="LoadException">The gateway does not take it.</exception>
    public async Task RunAsync(CancellationToken stop, CancellationToken giveUp)
    {
        for (var number = 1L; tools.Schedule.Has(index, number) && !stop.IsCancellationRequested; number++)
        {
            var due = tools.Schedule.DueAt(index, number)!.Value;
            if (!await WaitAsync(due, stop) || !await SendAsync(number, giveUp))
            {
                return;
            }

            Volatile.Write(ref acknowledged, number);
            tools.Acknowledged.Record(tools.Clock.GetElapsedTime(due));
        }
    }

    private async Task<bool> WaitAsync(long due, CancellationToken stop)
    {
        try
        {
            var early = tools.Clock.GetElapsedTime(tools.Clock.GetTimestamp(), due);
            if (early > TimeSpan.Zero)
            {
                await Task.Delay(early, tools.Clock, stop);
            }

            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    /// <returns>Whether it was acknowledged.</returns>
    private async Task<bool> SendAsync(long number, CancellationToken giveUp)
    {
        tools.CountSent();
        for (var pause = firstPause; ; pause = pause < longestPause ? 2 * pause : longestPause)
        {
            HasUnknown = true;
            try
            {
                if (await TryAsync(number, giveUp))
                {
                    HasUnknown = false;
                    return true;
                }

                tools.CountRetry();
                await Task.Delay(pause, tools.Clock, giveUp);
            }
            catch (OperationCanceledException) when (giveUp.IsCancellationRequested)
            {
                return false;
            }
        }
    }

    /// <returns>False when nobody knows what became of it.</returns>
    private async Task<bool> TryAsync(long number, CancellationToken giveUp)
    {
        using var request = kind.Ingest(channel, localIndex, Base + number);
        try
        {
            using var answer = await tools.Http.SendAsync(request, giveUp);
            var body = await answer.Content.ReadAsStringAsync(giveUp);
            return answer.IsSuccessStatusCode && kind.IsTaken(body) || (IsTemporary(answer.StatusCode) ? false : throw Refused(request, answer.StatusCode, body));
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException || (fault is OperationCanceledException && !giveUp.IsCancellationRequested))
        {
            return false;
        }
    }

    private bool IsTemporary(HttpStatusCode status)
    {
        if (status == HttpStatusCode.TooManyRequests)
        {
            tools.Failures.Add("The gateway limits how fast this address may send (429): raise Security:Limits:RequestsPerSecond and Security:Limits:Burst.");
        }

        return (int)status >= 500 || status == HttpStatusCode.TooManyRequests;
    }

    private LoadException Refused(HttpRequestMessage request, HttpStatusCode status, string body) =>
        tools.Gateway.Refused(request.Method, request.RequestUri!.ToString(), status, body);
}

/// <summary>What all lanes share.</summary>
/// <param name="Gateway">Says what refusals mean.</param>
/// <param name="Http">Sends.</param>
/// <param name="Schedule">Says when.</param>
/// <param name="Acknowledged">From due to acknowledged.</param>
/// <param name="Failures">What hindered.</param>
/// <param name="Clock">The clock.</param>
internal sealed record LaneTools(
    GatewayApi Gateway, HttpClient Http, Schedule Schedule, LatencyHistogram Acknowledged, Failures Failures, TimeProvider Clock)
{
    private long sent;
    private long retries;

    public long Sent => Volatile.Read(ref sent);

    public long Retries => Volatile.Read(ref retries);

    public void CountSent() => Interlocked.Increment(ref sent);

    public void CountRetry() => Interlocked.Increment(ref retries);
}
