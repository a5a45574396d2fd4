namespace OrleansContest.Tests.Processes;

/// <summary>A test with the stock <c>socket.io-client</c> under Node; skipped, with the reason, where that cannot be had.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class StockClientFactAttribute : FactAttribute
{
    public StockClientFactAttribute() => Skip = StockClient.WhyAbsent;
}
