using Microsoft.Extensions.Logging;
using Npgsql;
using OrleansContest.Storage.Postgres;

namespace OrleansContest.Storage.Matches;

/// <summary>Brings the read model of matches up to their journals, again and again, beside everything else. Voting never waits for it.</summary>
/// <remarks>
/// One process of a database does it at a time. Were there two for a moment, no harm: each statement stores what it has applied, and
/// does nothing when another was faster.
/// </remarks>
public sealed class MatchFollower : IAsyncDisposable
{
    private static readonly TimeSpan pause = TimeSpan.FromMilliseconds(500);

    private readonly MatchReadModel model;
    private readonly MatchLead lead;
    private readonly ILogger logger;
    private readonly PeriodicTimer timer;
    private readonly CancellationTokenSource stopping = new();
    private readonly HashSet<string> unreadable = new(StringComparer.Ordinal);
    private readonly Task following;

    internal MatchFollower(NpgsqlDataSource source, ILogger logger, TimeProvider clock)
    {
        (model, lead, this.logger) = (new MatchReadModel(new PostgresDatabase(source)), new MatchLead(source), logger);
        timer = new PeriodicTimer(pause, clock);
        following = FollowAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync().ConfigureAwait(false);
        await following.ConfigureAwait(false);
        await lead.DisposeAsync().ConfigureAwait(false);
        timer.Dispose();
        stopping.Dispose();
    }

    private async Task FollowAsync()
    {
        var isFailing = false;
        while (await TickAsync().ConfigureAwait(false))
        {
            try
            {
                await CatchUpAsync().ConfigureAwait(false);
                isFailing = false;
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                // The journal has it all, so nothing is lost; the next tick tries again. One line tells of a whole outage.
                if (!isFailing)
                {
                    logger.ReadModelBehind(fault);
                }

                isFailing = true;
            }
        }
    }

    private async Task<bool> TickAsync()
    {
        try
        {
            return await timer.WaitForNextTickAsync(stopping.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private async Task CatchUpAsync()
    {
        while (await lead.TakeAsync(stopping.Token).ConfigureAwait(false) is { } connection)
        {
            var due = await model.DueAsync(connection, stopping.Token).ConfigureAwait(false);
            var readable = due.Where(match => !unreadable.Contains(match.Id)).ToList();
            if (readable.Count == 0)
            {
                return;
            }

            foreach (var match in readable)
            {
                await ApplyAsync(match).ConfigureAwait(false);
            }
        }
    }

    private async Task ApplyAsync(DueMatch match)
    {
        try
        {
            await model.ApplyNextAsync(match, stopping.Token).ConfigureAwait(false);
        }
        catch (FormatException fault)
        {
            unreadable.Add(match.Id);
            logger.ReadModelStopped(fault, match.Id);
        }
    }
}
