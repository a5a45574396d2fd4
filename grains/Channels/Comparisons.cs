namespace OrleansContest.Grains.Channels;

/// <summary>When a relay compares itself with its channel: once the stream has fallen silent, and then every few looks.</summary>
/// <remarks>
/// While batches come, a hole shows in the next of them; and what the channel has told already is not lost but on its way. Asked in
/// the middle of that, a busy channel would send it all a second time.
/// </remarks>
internal sealed class Comparisons(RelayOptions options)
{
    private bool cameSinceLook;
    private bool cameSinceAsked;
    private int looks;

    public void BatchCame() => cameSinceLook = cameSinceAsked = true;

    /// <summary>To be called at each look.</summary>
    /// <returns>Whether it is time to ask the channel, and whether it is time to tell gateways where the relay stands.</returns>
    public (bool Ask, bool Announce) Look()
    {
        var isTime = ++looks % options.AnnounceEvery == 0;
        var ask = !cameSinceLook && (cameSinceAsked || isTime);
        cameSinceLook = false;
        cameSinceAsked &= !ask;
        return (ask, isTime);
    }
}
