using Microsoft.Extensions.Logging.Abstractions;
using OrleansContest.Channels;
using OrleansContest.Embedded;
using OrleansContest.Testing;
using OrleansContest.Tests.Engine;

namespace OrleansContest.Tests.Embedded;

/// <summary>The contract of seats, kept by the embedded engine, with which they come and go.</summary>
public sealed class SeatsInOneProcess(SeatsInOneProcess.Engine engine) : SeatsContract(engine), IClassFixture<SeatsInOneProcess.Engine>
{
    public sealed class Engine : ISeatsUnderTest, IAsyncLifetime
    {
        private readonly TempFolder folder = new();
        private readonly ManualClock clock = new();
        private EmbeddedEngine? engine;

        public ISeats Seats => engine!.Seats;

        public void Pass(TimeSpan time) => clock.Advance(time);

        public Task LoseMemoryAsync() => engine!.ForgetAsync();

        public async Task InitializeAsync() =>
            engine = await EmbeddedEngine.OpenAsync(new EmbeddedOptions { DataFolder = folder.Path }, [], NullLogger.Instance, clock, default);

        public async Task DisposeAsync()
        {
            await engine!.DisposeAsync();
            folder.Dispose();
        }
    }
}
