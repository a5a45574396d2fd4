using OrleansContest.Gateway;

try
{
    await using var app = GatewayApp.Build(args);
    await app.StartAsync();
    StartNotice.Write(app, Console.Out);
    await app.WaitForShutdownAsync();
    return 0;
}
catch (Exception fault) when (StartFailure.Explain(fault) is { } reason)
{
    await Console.Error.WriteLineAsync(reason);
    return 1;
}
