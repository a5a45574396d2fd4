using Microsoft.AspNetCore.Http.Features;
using OrleansContest.Channels;

namespace OrleansContest.Gateway.Hub;

/// <summary>The seats of every channel that somebody watches at this gateway. Gives them back when the gateway stops.</summary>
internal sealed class SeatDirectory(SeatTools tools) : IHostedService
{
    private readonly Lock gate = new();
    private readonly Dictionary<ChannelId, SeatLease> leases = [];
    private bool isStopping;

    /// <summary>Takes a seat. Whoever gets it disposes of it.</summary>
    public async Task<SeatAnswer> TakeAsync(SeatPlan plan)
    {
        while (Open(plan.Channel) is { } lease)
        {
            var answer = await lease.TakeAsync(plan.Limit);
            if (answer.Outcome != SeatOutcome.Closed)
            {
                return answer;
            }
        }

        return new SeatAnswer(SeatOutcome.Unavailable);
    }

    /// <summary>Takes a seat for a request that wants to become a socket, as one of its features, and gives it back when the request ends.</summary>
    public async Task<SeatAnswer> TakeAsync(SeatPlan plan, HttpContext context)
    {
        var answer = await TakeAsync(plan);
        if (answer.Seat is { } seat)
        {
            context.Response.RegisterForDispose(seat);
            context.Features.Set(seat);
            seat.Occupy(context.Features.GetRequiredFeature<SpectatorSocket>());
        }

        return answer;
    }

    /// <summary>How many watch a channel, over all gateways; null while that cannot be learnt.</summary>
    public async Task<int?> CountAsync(ChannelId channel)
    {
        if (Find(channel)?.Audience is { } known)
        {
            return known;
        }

        try
        {
            var grant = await tools.Seats.SeatAsync(channel, SeatRequest.Nothing, CancellationToken.None).WaitAsync(tools.Options.AnswerWithin, tools.Clock);
            return grant.Elsewhere;
        }
        catch (Exception fault)
        {
            HubLog.NotCounted(tools.Logger, fault, channel.ToString());
            return null;
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken)
    {
        lock (gate)
        {
            isStopping = true;
            return Task.WhenAll(leases.Values.Select(lease => lease.StopAsync()).ToList()).WaitAsync(cancellationToken);
        }
    }

    private SeatLease? Open(ChannelId channel)
    {
        lock (gate)
        {
            if (!leases.TryGetValue(channel, out var lease) && !isStopping)
            {
                leases[channel] = lease = new SeatLease(channel, tools, Forget);
            }

            return lease;
        }
    }

    private SeatLease? Find(ChannelId channel)
    {
        lock (gate)
        {
            return leases.GetValueOrDefault(channel);
        }
    }

    private void Forget(ChannelId channel)
    {
        lock (gate)
        {
            leases.Remove(channel);
        }
    }
}
