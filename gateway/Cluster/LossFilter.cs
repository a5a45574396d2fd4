namespace OrleansContest.Gateway.Cluster;

/// <summary>Ends calls whose answer may have died with a silo: their outcome is unknown, and asking again is safe.</summary>
internal sealed class LossFilter(SiloLoss loss) : IOutgoingGrainCallFilter
{
    public async Task Invoke(IOutgoingGrainCallContext context)
    {
        var lost = loss.Next;
        try
        {
            await context.Invoke().WaitAsync(lost);
        }
        catch (OperationCanceledException fault) when (lost.IsCancellationRequested)
        {
            throw new SiloUnavailableException("A silo was lost while this was under way.", fault);
        }
    }
}
