// Command transfer-node is cometbft with the transfer application in the same process: the fastest way in which the library takes an application.
package main

import (
	"fmt"
	"os"
	"path/filepath"

	dbm "github.com/cometbft/cometbft-db"
	cmd "github.com/cometbft/cometbft/cmd/cometbft/commands"
	"github.com/cometbft/cometbft/config"
	"github.com/cometbft/cometbft/libs/cli"
	"github.com/cometbft/cometbft/libs/log"
	"github.com/cometbft/cometbft/node"
	"github.com/cometbft/cometbft/p2p"
	"github.com/cometbft/cometbft/privval"
	"github.com/cometbft/cometbft/proxy"

	"hanse/bench/peer/cometbft/transfer"
)

func newNode(settings *config.Config, logger log.Logger) (*node.Node, error) {
	nodeKey, err := p2p.LoadOrGenNodeKey(settings.NodeKeyFile())
	if err != nil {
		return nil, err
	}
	genesis := node.DefaultGenesisDocProviderFunc(settings)
	document, err := genesis()
	if err != nil {
		return nil, err
	}
	db, err := dbm.NewDB("transfer", dbm.BackendType(settings.DBBackend), settings.DBDir())
	if err != nil {
		return nil, fmt.Errorf("cannot open the application's store: %w", err)
	}
	application, err := transfer.NewApplication(document.ChainID, db)
	if err != nil {
		return nil, err
	}
	return node.NewNode(
		settings,
		privval.LoadOrGenFilePV(settings.PrivValidatorKeyFile(), settings.PrivValidatorStateFile()),
		nodeKey,
		// Each connection has a lock of its own: transactions are checked while a block is executed.
		proxy.NewConnSyncLocalClientCreator(application),
		genesis,
		config.DefaultDBProvider,
		node.DefaultMetricsProvider(settings.Instrumentation),
		logger,
	)
}

func main() {
	root := cmd.RootCmd
	root.AddCommand(cmd.NewRunNodeCmd(newNode))
	if err := cli.PrepareBaseCmd(root, "CMT", os.ExpandEnv(filepath.Join("$HOME", config.DefaultCometDir))).Execute(); err != nil {
		os.Exit(1)
	}
}
