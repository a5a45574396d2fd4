using OrleansContest.Channels;

namespace OrleansContest.Gateway.Hub;

/// <summary>Puts the questions of a lease to the channel's roster, with patience that ends.</summary>
/// <param name="channel">Whose roster.</param>
/// <param name="tools">How to reach it.</param>
/// <param name="mailbox">Where the answer is posted.</param>
internal sealed class RosterInquiry(ChannelId channel, SeatTools tools, Mailbox mailbox)
{
    private Task asking = Task.CompletedTask;

    public void Ask(SeatRequest request, Action<SeatGrant> answered, Action<Exception> failed) => asking = AskAsync(request, answered, failed);

    /// <summary>Gives everything back. What could not be given back falls back by itself.</summary>
    public async Task ReturnAsync(SeatRequest nothing)
    {
        await asking;
        try
        {
            await PutAsync(nothing);
        }
        catch (Exception fault)
        {
            HubLog.SeatsNotReturned(tools.Logger, fault, channel.ToString());
        }
    }

    private async Task AskAsync(SeatRequest request, Action<SeatGrant> answered, Action<Exception> failed)
    {
        try
        {
            var grant = await PutAsync(request);
            mailbox.Post(() => answered(grant));
        }
        catch (Exception fault)
        {
            mailbox.Post(() => failed(fault));
        }
    }

    private Task<SeatGrant> PutAsync(SeatRequest request)
    {
        tools.Metrics.Asked();
        return tools.Seats.SeatAsync(channel, request, CancellationToken.None).WaitAsync(tools.Options.AnswerWithin, tools.Clock);
    }
}
