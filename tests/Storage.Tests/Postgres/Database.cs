using Npgsql;
using OrleansContest.Channels;
using OrleansContest.Storage.Postgres;
using OrleansContest.Testing;

namespace OrleansContest.Storage.Tests.Postgres;

/// <summary>An empty database of its own, and a hand in it behind the storage's back.</summary>
internal sealed class Database(string connectionString) : IAsyncDisposable
{
    private readonly NpgsqlDataSource source = NpgsqlDataSource.Create(connectionString);

    public string ConnectionString => connectionString;

    public RecordedLog Log { get; } = new();

    public ChannelId Channel { get; } = new("contest", "cqww-26");

    public static async Task<Database> CreateAsync() => new(await (await PostgresServer.SharedAsync()).CreateDatabaseAsync());

    public Task<PostgresStorage> OpenAsync(string? settings = null) =>
        PostgresStorage.OpenAsync($"{connectionString};{settings}", Log, CancellationToken.None);

    public async Task ExecuteAsync(string sql)
    {
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    public async Task<T> ScalarAsync<T>(string sql)
    {
        await using var command = source.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public async Task<NpgsqlConnection> ConnectAsync() => await source.OpenConnectionAsync();

    public ValueTask DisposeAsync() => source.DisposeAsync();
}
