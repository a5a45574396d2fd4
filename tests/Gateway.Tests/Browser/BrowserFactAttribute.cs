namespace OrleansContest.Gateway.Tests.Browser;

/// <summary>A test in a real browser; skipped, with that reason, where there is none.</summary>
internal sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = Chromium.Program is null ? "No chromium or google-chrome is installed here." : null;
}
