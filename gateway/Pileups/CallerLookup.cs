using System.Threading.Channels;
using OrleansContest.Channels;
using OrleansContest.Pileups;

namespace OrleansContest.Gateway.Pileups;

/// <summary>Looks callers up beside everything else: a registration never waits for it.</summary>
/// <remarks>What was found is kept for a day, and so is that somebody is not in the book; a failure is not kept.</remarks>
internal sealed class CallerLookup(
    PileupDirectory pileups, TimeProvider clock, ILogger<CallerLookup> logger, ICallbook? callbook = null) : BackgroundService
{
    public static readonly TimeSpan KeptFor = TimeSpan.FromHours(24);

    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private const int MaxKept = 10_000;
    private const int MaxWaiting = 1_000;
    private const int AtOnce = 4;

    private readonly Lock gate = new();
    private readonly Dictionary<string, (CallerProfile Profile, long Since)> kept = new(StringComparer.Ordinal);

    private readonly Channel<(string Pileup, string Callsign)> waiting =
        Channel.CreateBounded<(string, string)>(MaxWaiting);

    /// <summary>What can be said of a caller at once.</summary>
    public CallerProfile WhatIsKnownOf(string callsign) =>
        callbook is null ? CallerProfile.Unknown(callsign, "QRZ lookup is not configured") : Kept(callsign) ?? CallerProfile.Unknown(callsign);

    /// <summary>Looks a caller up if need be; the pileup will be told.</summary>
    /// <param name="pileup">Where the caller is.</param>
    /// <param name="shown">What the pileup was told of the caller already.</param>
    public void Begin(string pileup, CallerProfile shown)
    {
        if (callbook is not null && Kept(shown.Callsign) != shown && !waiting.Writer.TryWrite((pileup, shown.Callsign)))
        {
            PileupLog.Dropped(logger, shown.Callsign);
        }
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        callbook is null ? Task.CompletedTask : Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => ServeAsync(callbook, stoppingToken)));

    private async Task ServeAsync(ICallbook book, CancellationToken stoppingToken)
    {
        await foreach (var (pileup, callsign) in waiting.Reader.ReadAllAsync(stoppingToken))
        {
            var profile = Kept(callsign) ?? await FindAsync(book, callsign, stoppingToken);
            await DescribeAsync(pileup, profile);
        }
    }

    private async Task<CallerProfile> FindAsync(ICallbook book, string callsign, CancellationToken stoppingToken)
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, stoppingToken);
        try
        {
            var profile = await book.FindAsync(callsign, either.Token).WaitAsync(either.Token);
            Keep(profile);
            return profile;
        }
        catch (OperationCanceledException) when (!stoppingToken.IsCancellationRequested)
        {
            return Failed(callsign, "QRZ did not answer in time");
        }
        catch (CallbookException fault)
        {
            return Failed(callsign, fault.Message);
        }
    }

    private CallerProfile Failed(string callsign, string reason)
    {
        PileupLog.Failed(logger, callsign, reason);
        return CallerProfile.Unknown(callsign, reason);
    }

    private async Task DescribeAsync(string pileup, CallerProfile profile)
    {
        try
        {
            await pileups.Get(pileup).Describe(profile);
        }
        catch (ChannelUnavailableException fault)
        {
            PileupLog.Failed(logger, profile.Callsign, fault.Message);
        }
    }

    private CallerProfile? Kept(string callsign)
    {
        lock (gate)
        {
            return kept.TryGetValue(callsign, out var found) && clock.GetElapsedTime(found.Since) < KeptFor ? found.Profile : null;
        }
    }

    private void Keep(CallerProfile profile)
    {
        lock (gate)
        {
            if (kept.Count >= MaxKept)
            {
                kept.Remove(kept.MinBy(entry => entry.Value.Since).Key);
            }

            kept[profile.Callsign] = (profile, clock.GetTimestamp());
        }
    }
}
