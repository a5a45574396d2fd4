using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OrleansContest.Channels;
using OrleansContest.Contests;

var builder = Host.CreateApplicationBuilder();
builder.UseOrleansClient(client => client.AddChannels()
    .UseAdoNetClustering(cluster => (cluster.Invariant, cluster.ConnectionString) = ("Npgsql", $"{args[0]};Search Path=contest")));
using var host = builder.Build();
await host.StartAsync();

var contest = host.Services.GetRequiredService<IClusterClient>().GetChannel<IContest>("fd-26");
var contact = new QsoDraft { StationId = "W1AW", Callsign = "K1ABC", Band = "20", Mode = "CW", QsoDate = "2026-06-27", QsoTime = "18:05" };
var outcomes = await contest.Log(Caller.Trusted, [contact]);
Console.WriteLine(outcomes[0].Refusal?.Message ?? $"Logged: {outcomes[0].Value!.DedupeKey}");

await host.StopAsync();
