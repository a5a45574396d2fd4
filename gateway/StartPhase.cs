namespace OrleansContest.Gateway;

/// <summary>Whether the gateway is still starting.</summary>
internal sealed class StartPhase
{
    private volatile bool isOver;

    public bool IsOver => isOver;

    public void End() => isOver = true;
}
