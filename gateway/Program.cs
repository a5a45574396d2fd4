using OrleansContest.Gateway;

try
{
    await using var app = GatewayApp.Build(args);
    try
    {
        await app.StartAsync();
    }
    catch (OperationCanceledException) when (app.Lifetime.ApplicationStopping.IsCancellationRequested)
    {
        return 0; // Asked to stop before it served.
    }

    StartNotice.Write(app, Console.Out);
    await app.WaitForShutdownAsync();
    return 0;
}
catch (Exception fault) when (StartFailure.Explain(fault) is { } reason)
{
    await Console.Error.WriteLineAsync(reason);
    return 1;
}
