// Made by test/openrpc.test.ts.
export const EXAMPLES = {
  "rpc.discover": [
    {
      "name": "the document",
      "params": {},
      "result": {
        "openrpc": "1.3.2",
        "info": {
          "title": "Hanse node",
          "version": "0.1.0",
          "description": "JSON-RPC 2.0 over HTTP POST / and WebSocket /ws. Heights and times (ms) are numbers, amounts decimal strings of minor units, bytes 0x-hex. error.data.code names the reason; docs/errors.md explains each.",
          "license": {
            "name": "Apache-2.0"
          }
        }
      }
    }
  ],
  "node_info": [
    {
      "name": "a validator",
      "params": {},
      "result": {
        "version": "0.1.0",
        "chainId": 20260,
        "genesisHash": "0xc52c81b96b97264569c1b3273d969c9a3b4c97af47d7fc0d4dd09c0f00b45af3",
        "name": "test",
        "organization": "bank-a",
        "role": "validator",
        "peerId": "12D3KooWTest0",
        "modules": [
          {
            "name": "notes",
            "version": 1
          }
        ]
      }
    }
  ],
  "node_status": [
    {
      "name": "at the head",
      "params": {},
      "result": {
        "state": "synced",
        "height": 2,
        "headTime": 1760000002000,
        "lag": 0,
        "view": 0,
        "primary": "bank-a",
        "peers": 3,
        "reasons": []
      }
    }
  ],
  "chain_getGenesis": [
    {
      "name": "a genesis of four validators",
      "params": {},
      "result": {
        "genesisHash": "0xc52c81b96b97264569c1b3273d969c9a3b4c97af47d7fc0d4dd09c0f00b45af3",
        "genesis": {
          "version": 1,
          "chainId": 20260,
          "name": "test",
          "timeMs": 1760000000000,
          "params": {
            "window": 8,
            "blockBytesMax": 1048576,
            "blockTransactionsMax": 2000,
            "transactionBytesMax": 65536,
            "timeToLiveMsMax": 600000,
            "maxDriftMs": 5000,
            "heartbeatMs": 1000
          },
          "validators": [
            {
              "organization": "bank-a",
              "consensusKey": {
                "algorithm": 1,
                "bytes": "0x43a72e714401762df66b68c26dfbdf2682aaec9f2474eca4613e424a0fbafd3c"
              },
              "peerId": "12D3KooWTest0",
              "addresses": [
                "/ip4/127.0.0.1/tcp/10545"
              ]
            },
            {
              "organization": "bank-b",
              "consensusKey": {
                "algorithm": 1,
                "bytes": "0x66be7e332c7a453332bd9d0a7f7db055f5c5ef1a06ada66d98b39fb6810c473a"
              },
              "peerId": "12D3KooWTest1",
              "addresses": [
                "/ip4/127.0.0.1/tcp/10546"
              ]
            },
            {
              "organization": "core-firm",
              "consensusKey": {
                "algorithm": 1,
                "bytes": "0x0b513ad9b4924015ca0902ed079044d3ac5dbec2306f06948c10da8eb6e39f2d"
              },
              "peerId": "12D3KooWTest2",
              "addresses": [
                "/ip4/127.0.0.1/tcp/10547"
              ]
            },
            {
              "organization": "supplier",
              "consensusKey": {
                "algorithm": 1,
                "bytes": "0x91a28a0b74381593a4d9469579208926afc8ad82c8839b7644359b9eba9a4b3a"
              },
              "peerId": "12D3KooWTest3",
              "addresses": [
                "/ip4/127.0.0.1/tcp/10548"
              ]
            }
          ],
          "modules": [
            {
              "name": "notes",
              "version": 1
            }
          ]
        }
      }
    }
  ],
  "chain_getHeight": [
    {
      "name": "the head",
      "params": {},
      "result": 2
    }
  ],
  "chain_getBlock": [
    {
      "name": "a block with its transaction",
      "params": {
        "height": 1
      },
      "result": {
        "hash": "0x4f6c43b2c7dae8a35ead8a7595367db574b955729d77ad46bdf9797a955c0f97",
        "height": 1,
        "timeMs": 1760000001000,
        "header": {
          "version": 1,
          "genesisHash": "0xc52c81b96b97264569c1b3273d969c9a3b4c97af47d7fc0d4dd09c0f00b45af3",
          "epoch": 0,
          "height": 1,
          "parent": "0x889a2b0d4e7cabea28346fdebd8611d026855ae7e9e6d4590b2ca0db4a35fa4a",
          "timeMs": 1760000001000,
          "proposer": 0,
          "txRoot": "0xa642db63e1d92c0093e0ec0a43267a70065e468fdb2fc73f59d4325e9398e5e3",
          "receiptsRoot": "0x0d3272014a352420d2678634fc266bf333a3e89d38564bd8b70cbbfc76dc6767",
          "stateRoot": "0xcf15ef5d5bcddc593c27abfa39d407e11b3357d01ef4e698e3085ed3cc30f795",
          "validatorSetHash": "0xa23bca52512e035b085a5ee0dd3b46c939ef4e89eeabb98cef3bb47ec47097be",
          "nextValidatorSetHash": "0xa23bca52512e035b085a5ee0dd3b46c939ef4e89eeabb98cef3bb47ec47097be",
          "paramsHash": "0x6a61d2315ff5f1daf76d486b7799d41504bf8bcee6a5cde1956b5d60417ea7d6",
          "evidenceRoot": "0xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        },
        "certificate": {
          "epoch": 0,
          "view": 0,
          "height": 1,
          "digest": "0x8cecbb716643ee4747a16dadeaf43bcf32325a2158c156f7c1d8e2b5ab0efb57",
          "headerHash": "0x4f6c43b2c7dae8a35ead8a7595367db574b955729d77ad46bdf9797a955c0f97",
          "signatures": [
            {
              "signer": 0,
              "signature": "0xb57b102435ac3b573d11e3b614f5b7c4dea8f6e1e2ef4c2b8f4857b4465317b73936c88be519cfe8df1cd160f69f5a4133fc795250c5ece7ca397a606b6a7207"
            },
            {
              "signer": 1,
              "signature": "0x803f24f6d6f375341b841159c8a4377302d29622ab06d5bb18b727b24cfebc127377963a36d7752ab143edee9d5e4ec7976c2d26cf187ae3a527b63442f1e50f"
            },
            {
              "signer": 2,
              "signature": "0xf682d01b8603bddf588984674797f16da229803d95e0e0edbf7146a0e807659280bfbbf1f59935ed5dc8a5df573ae672c2f751738e2254b4b9717b0da02ae30b"
            }
          ]
        },
        "sizeBytes": 223,
        "transactionIds": [
          "0x0b15aeba933551439832d2b00fee1b0ff710ae29e60502a0a2e63de782fb26f2"
        ],
        "transactions": [
          {
            "hash": "0x0b15aeba933551439832d2b00fee1b0ff710ae29e60502a0a2e63de782fb26f2",
            "body": {
              "genesisHash": "0xc52c81b96b97264569c1b3273d969c9a3b4c97af47d7fc0d4dd09c0f00b45af3",
              "chainId": 20260,
              "sender": "0xdc42fd041bffb7f02749b052fee3efa89ed98932",
              "coSigners": [],
              "expiresAtMs": 1760000600000,
              "unique": "0x00000000000000000000000000000000",
              "calls": [
                {
                  "module": "notes",
                  "command": "set",
                  "params": {
                    "key": "colour",
                    "value": "blue"
                  }
                }
              ]
            },
            "raw": "0x080112730a20c52c81b96b97264569c1b3273d969c9a3b4c97af47d7fc0d4dd09c0f00b45af310a49e011a14dc42fd041bffb7f02749b052fee3efa89ed9893228c0cfd7c19c333210000000000000000000000000000000004a1c0a056e6f74657312037365741a0e0a06636f6c6f75721204626c75651a66080112208a88e3dd7409f195fd52db2d3cba5d72ca6709bf1d94121bf3748801b40f6f5c1a406fbaec34484a780bc9cd983678820b6aaa346751dc11f97f012dc5ee751b2431918e41957d9174e7516836358f6c42de32db22f1132dfc26a22f6233a40dd003"
          }
        ],
        "receipts": [
          {
            "txId": "0x0b15aeba933551439832d2b00fee1b0ff710ae29e60502a0a2e63de782fb26f2",
            "index": 0,
            "outcome": "success",
            "events": [
              {
                "module": "notes",
                "type": "set",
                "attributes": [
                  {
                    "key": "colour",
                    "value": "blue"
                  }
                ]
              }
            ]
          }
        ]
      }
    },
    {
      "name": "the newest, ids only",
      "params": {
        "height": "latest",
        "detail": "ids"
      },
      "result": {
        "hash": "0x405d780213a2d1ebca9182cd97acb33214be5b9a8421df23275d13f0c423922f",
        "height": 2,
        "timeMs": 1760000002000,
        "header": {
          "version": 1,
          "genesisHash": "0xc52c81b96b97264569c1b3273d969c9a3b4c97af47d7fc0d4dd09c0f00b45af3",
          "epoch": 0,
          "height": 2,
          "parent": "0x4f6c43b2c7dae8a35ead8a7595367db574b955729d77ad46bdf9797a955c0f97",
          "timeMs": 1760000002000,
          "proposer": 0,
          "txRoot": "0xa504f67d1f8bc52636b07ada419c21036a06b080702c66a6647ebdb1cc255c04",
          "receiptsRoot": "0xac0aaf92250cb324f0fbfc825dbd2214af67d632a2362c16ce59b3cd80a9dfd4",
          "stateRoot": "0xcf15ef5d5bcddc593c27abfa39d407e11b3357d01ef4e698e3085ed3cc30f795",
          "validatorSetHash": "0xa23bca52512e035b085a5ee0dd3b46c939ef4e89eeabb98cef3bb47ec47097be",
          "nextValidatorSetHash": "0xa23bca52512e035b085a5ee0dd3b46c939ef4e89eeabb98cef3bb47ec47097be",
          "paramsHash": "0x6a61d2315ff5f1daf76d486b7799d41504bf8bcee6a5cde1956b5d60417ea7d6",
          "evidenceRoot": "0xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        },
        "certificate": {
          "epoch": 0,
          "view": 0,
          "height": 2,
          "digest": "0x3debe501b5c9dc904e296d5ac3e71d63106fb11d118ff6a1ed53a5cf01d0e023",
          "headerHash": "0x405d780213a2d1ebca9182cd97acb33214be5b9a8421df23275d13f0c423922f",
          "signatures": [
            {
              "signer": 0,
              "signature": "0xc9442582780b8299f44d76a48c0d89f10108048cc005a1db029013974ada41329e465227af3260921cd6762bfee9adaf625a22fe98c161120628981de519e10a"
            },
            {
              "signer": 1,
              "signature": "0xf02fb0bac2c789d2e8449d4c01502037f19830c8046d41d887feb046ffcfa14101a2bd64507c384f6df35f192b342b92ca8e8b2dcae055b2f0bd83db726e5a0e"
            },
            {
              "signer": 2,
              "signature": "0xcb7f4ef9a92b0d831829830275cc7b22f0a7871f26601731ecba869f6bf6782fab385b5db1b221ca414c16af9d65a3874fdc66fc17182670a1198bd972ce2106"
            }
          ]
        },
        "sizeBytes": 226,
        "transactionIds": [
          "0xd6352eb5e317fc27106683296232fc5c2432c98429a275b62d8303c69c0b4057"
        ]
      }
    }
  ],
  "chain_getHeader": [
    {
      "name": "by hash",
      "params": {
        "height": "0x4f6c43b2c7dae8a35ead8a7595367db574b955729d77ad46bdf9797a955c0f97"
      },
      "result": {
        "hash": "0x4f6c43b2c7dae8a35ead8a7595367db574b955729d77ad46bdf9797a955c0f97",
        "height": 1,
        "timeMs": 1760000001000,
        "header": {
          "version": 1,
          "genesisHash": "0xc52c81b96b97264569c1b3273d969c9a3b4c97af47d7fc0d4dd09c0f00b45af3",
          "epoch": 0,
          "height": 1,
          "parent": "0x889a2b0d4e7cabea28346fdebd8611d026855ae7e9e6d4590b2ca0db4a35fa4a",
          "timeMs": 1760000001000,
          "proposer": 0,
          "txRoot": "0xa642db63e1d92c0093e0ec0a43267a70065e468fdb2fc73f59d4325e9398e5e3",
          "receiptsRoot": "0x0d3272014a352420d2678634fc266bf333a3e89d38564bd8b70cbbfc76dc6767",
          "stateRoot": "0xcf15ef5d5bcddc593c27abfa39d407e11b3357d01ef4e698e3085ed3cc30f795",
          "validatorSetHash": "0xa23bca52512e035b085a5ee0dd3b46c939ef4e89eeabb98cef3bb47ec47097be",
          "nextValidatorSetHash": "0xa23bca52512e035b085a5ee0dd3b46c939ef4e89eeabb98cef3bb47ec47097be",
          "paramsHash": "0x6a61d2315ff5f1daf76d486b7799d41504bf8bcee6a5cde1956b5d60417ea7d6",
          "evidenceRoot": "0xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        }
      }
    }
  ],
  "chain_getCertificate": [
    {
      "name": "three of four signed",
      "params": {
        "height": 1
      },
      "result": {
        "hash": "0x4f6c43b2c7dae8a35ead8a7595367db574b955729d77ad46bdf9797a955c0f97",
        "height": 1,
        "header": {
          "version": 1,
          "genesisHash": "0xc52c81b96b97264569c1b3273d969c9a3b4c97af47d7fc0d4dd09c0f00b45af3",
          "epoch": 0,
          "height": 1,
          "parent": "0x889a2b0d4e7cabea28346fdebd8611d026855ae7e9e6d4590b2ca0db4a35fa4a",
          "timeMs": 1760000001000,
          "proposer": 0,
          "txRoot": "0xa642db63e1d92c0093e0ec0a43267a70065e468fdb2fc73f59d4325e9398e5e3",
          "receiptsRoot": "0x0d3272014a352420d2678634fc266bf333a3e89d38564bd8b70cbbfc76dc6767",
          "stateRoot": "0xcf15ef5d5bcddc593c27abfa39d407e11b3357d01ef4e698e3085ed3cc30f795",
          "validatorSetHash": "0xa23bca52512e035b085a5ee0dd3b46c939ef4e89eeabb98cef3bb47ec47097be",
          "nextValidatorSetHash": "0xa23bca52512e035b085a5ee0dd3b46c939ef4e89eeabb98cef3bb47ec47097be",
          "paramsHash": "0x6a61d2315ff5f1daf76d486b7799d41504bf8bcee6a5cde1956b5d60417ea7d6",
          "evidenceRoot": "0xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        },
        "certificate": {
          "epoch": 0,
          "view": 0,
          "height": 1,
          "digest": "0x8cecbb716643ee4747a16dadeaf43bcf32325a2158c156f7c1d8e2b5ab0efb57",
          "headerHash": "0x4f6c43b2c7dae8a35ead8a7595367db574b955729d77ad46bdf9797a955c0f97",
          "signatures": [
            {
              "signer": 0,
              "signature": "0xb57b102435ac3b573d11e3b614f5b7c4dea8f6e1e2ef4c2b8f4857b4465317b73936c88be519cfe8df1cd160f69f5a4133fc795250c5ece7ca397a606b6a7207"
            },
            {
              "signer": 1,
              "signature": "0x803f24f6d6f375341b841159c8a4377302d29622ab06d5bb18b727b24cfebc127377963a36d7752ab143edee9d5e4ec7976c2d26cf187ae3a527b63442f1e50f"
            },
            {
              "signer": 2,
              "signature": "0xf682d01b8603bddf588984674797f16da229803d95e0e0edbf7146a0e807659280bfbbf1f59935ed5dc8a5df573ae672c2f751738e2254b4b9717b0da02ae30b"
            }
          ]
        }
      }
    }
  ],
  "chain_listBlocks": [
    {
      "name": "the newest two",
      "params": {
        "limit": 2
      },
      "result": {
        "items": [
          {
            "hash": "0x405d780213a2d1ebca9182cd97acb33214be5b9a8421df23275d13f0c423922f",
            "height": 2,
            "timeMs": 1760000002000,
            "header": {
              "version": 1,
              "genesisHash": "0xc52c81b96b97264569c1b3273d969c9a3b4c97af47d7fc0d4dd09c0f00b45af3",
              "epoch": 0,
              "height": 2,
              "parent": "0x4f6c43b2c7dae8a35ead8a7595367db574b955729d77ad46bdf9797a955c0f97",
              "timeMs": 1760000002000,
              "proposer": 0,
              "txRoot": "0xa504f67d1f8bc52636b07ada419c21036a06b080702c66a6647ebdb1cc255c04",
              "receiptsRoot": "0xac0aaf92250cb324f0fbfc825dbd2214af67d632a2362c16ce59b3cd80a9dfd4",
              "stateRoot": "0xcf15ef5d5bcddc593c27abfa39d407e11b3357d01ef4e698e3085ed3cc30f795",
              "validatorSetHash": "0xa23bca52512e035b085a5ee0dd3b46c939ef4e89eeabb98cef3bb47ec47097be",
              "nextValidatorSetHash": "0xa23bca52512e035b085a5ee0dd3b46c939ef4e89eeabb98cef3bb47ec47097be",
              "paramsHash": "0x6a61d2315ff5f1daf76d486b7799d41504bf8bcee6a5cde1956b5d60417ea7d6",
              "evidenceRoot": "0xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
            },
            "transactionCount": 1,
            "rejectedCount": 1,
            "eventCount": 0,
            "sizeBytes": 226
          },
          {
            "hash": "0x4f6c43b2c7dae8a35ead8a7595367db574b955729d77ad46bdf9797a955c0f97",
            "height": 1,
            "timeMs": 1760000001000,
            "header": {
              "version": 1,
              "genesisHash": "0xc52c81b96b97264569c1b3273d969c9a3b4c97af47d7fc0d4dd09c0f00b45af3",
              "epoch": 0,
              "height": 1,
              "parent": "0x889a2b0d4e7cabea28346fdebd8611d026855ae7e9e6d4590b2ca0db4a35fa4a",
              "timeMs": 1760000001000,
              "proposer": 0,
              "txRoot": "0xa642db63e1d92c0093e0ec0a43267a70065e468fdb2fc73f59d4325e9398e5e3",
              "receiptsRoot": "0x0d3272014a352420d2678634fc266bf333a3e89d38564bd8b70cbbfc76dc6767",
              "stateRoot": "0xcf15ef5d5bcddc593c27abfa39d407e11b3357d01ef4e698e3085ed3cc30f795",
              "validatorSetHash": "0xa23bca52512e035b085a5ee0dd3b46c939ef4e89eeabb98cef3bb47ec47097be",
              "nextValidatorSetHash": "0xa23bca52512e035b085a5ee0dd3b46c939ef4e89eeabb98cef3bb47ec47097be",
              "paramsHash": "0x6a61d2315ff5f1daf76d486b7799d41504bf8bcee6a5cde1956b5d60417ea7d6",
              "evidenceRoot": "0xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
            },
            "transactionCount": 1,
            "rejectedCount": 0,
            "eventCount": 1,
            "sizeBytes": 223
          }
        ],
        "nextCursor": "0:1",
        "complete": true,
        "indexedTo": 2,
        "height": 2
      }
    },
    {
      "name": "from genesis on",
      "params": {
        "order": "ascending",
        "limit": 1
      },
      "result": {
        "items": [
          {
            "hash": "0x889a2b0d4e7cabea28346fdebd8611d026855ae7e9e6d4590b2ca0db4a35fa4a",
            "height": 0,
            "timeMs": 1760000000000,
            "header": {
              "version": 1,
              "genesisHash": "0xc52c81b96b97264569c1b3273d969c9a3b4c97af47d7fc0d4dd09c0f00b45af3",
              "epoch": 0,
              "height": 0,
              "parent": "0x0000000000000000000000000000000000000000000000000000000000000000",
              "timeMs": 1760000000000,
              "proposer": 0,
              "txRoot": "0xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
              "receiptsRoot": "0xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
              "stateRoot": "0x94c7376e49c2ae0dd4d068ae7250bffd5daffe2860bbc703b36c8ce5fa0a2a3b",
              "validatorSetHash": "0xa23bca52512e035b085a5ee0dd3b46c939ef4e89eeabb98cef3bb47ec47097be",
              "nextValidatorSetHash": "0xa23bca52512e035b085a5ee0dd3b46c939ef4e89eeabb98cef3bb47ec47097be",
              "paramsHash": "0x6a61d2315ff5f1daf76d486b7799d41504bf8bcee6a5cde1956b5d60417ea7d6",
              "evidenceRoot": "0xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
            },
            "transactionCount": 0,
            "rejectedCount": 0,
            "eventCount": 0,
            "sizeBytes": 0
          }
        ],
        "nextCursor": "1:0",
        "complete": true,
        "indexedTo": 2,
        "height": 2
      }
    }
  ],
  "chain_getParams": [
    {
      "name": "in force",
      "params": {},
      "result": {
        "height": 2,
        "paramsHash": "0x6a61d2315ff5f1daf76d486b7799d41504bf8bcee6a5cde1956b5d60417ea7d6",
        "params": {
          "window": 8,
          "blockBytesMax": 1048576,
          "blockTransactionsMax": 2000,
          "transactionBytesMax": 65536,
          "timeToLiveMsMax": 600000,
          "maxDriftMs": 5000,
          "heartbeatMs": 1000
        },
        "modules": [
          {
            "name": "notes",
            "version": 1
          }
        ]
      }
    }
  ],
  "tx_prepare": [
    {
      "name": "one call",
      "params": {
        "sender": "0xdc42fd041bffb7f02749b052fee3efa89ed98932",
        "calls": [
          {
            "module": "notes",
            "command": "set",
            "params": {
              "key": "colour",
              "value": "green"
            }
          }
        ],
        "expiresInBlocks": 60,
        "clientRef": "order-1"
      },
      "result": {
        "body": "0x0a20c52c81b96b97264569c1b3273d969c9a3b4c97af47d7fc0d4dd09c0f00b45af310a49e011a14dc42fd041bffb7f02749b052fee3efa89ed9893228bae4b6c19c3332100101010101010101010101010101010142076f726465722d314a1d0a056e6f74657312037365741a0f0a06636f6c6f75721205677265656e",
        "signBytes": "0x0f68616e73652f74782d7369676e2f319920212eda3ee031f2cf3a8e5e827bf59a9c9711b82fa9dc8f07f9014642d406",
        "hash": "0x9920212eda3ee031f2cf3a8e5e827bf59a9c9711b82fa9dc8f07f9014642d406",
        "preview": {
          "genesisHash": "0xc52c81b96b97264569c1b3273d969c9a3b4c97af47d7fc0d4dd09c0f00b45af3",
          "chainId": 20260,
          "sender": "0xdc42fd041bffb7f02749b052fee3efa89ed98932",
          "coSigners": [],
          "expiresAtMs": 1760000062010,
          "unique": "0x01010101010101010101010101010101",
          "clientRef": "order-1",
          "calls": [
            {
              "module": "notes",
              "command": "set",
              "params": {
                "key": "colour",
                "value": "green"
              }
            }
          ]
        }
      }
    }
  ],
  "tx_simulate": [
    {
      "name": "would succeed",
      "params": {
        "raw": "0x080112730a20c52c81b96b97264569c1b3273d969c9a3b4c97af47d7fc0d4dd09c0f00b45af310a49e011a14dc42fd041bffb7f02749b052fee3efa89ed9893228c0cfd7c19c333210000000000000000000000000000000034a1c0a056e6f74657312037365741a0e0a0573686170651205726f756e641a66080112208a88e3dd7409f195fd52db2d3cba5d72ca6709bf1d94121bf3748801b40f6f5c1a406d37e7c6403732865d8b9579b7decbfb0f9d6b36e78e06525fafc7eceb0f2b2dec3cde43d83b19f6a2395c46c3b2778e9d6e526ddab4d2c4a78294aba42a3b0d"
      },
      "result": {
        "hash": "0x227c1ad114c5f02d4662cf99adde31de6c0e3bdeac7244d2dc1e188feb62e1e0",
        "height": 2,
        "outcome": "success",
        "events": [
          {
            "module": "notes",
            "type": "set",
            "attributes": [
              {
                "key": "shape",
                "value": "round"
              }
            ]
          }
        ]
      }
    },
    {
      "name": "would be rejected",
      "params": {
        "sender": "0xdc42fd041bffb7f02749b052fee3efa89ed98932",
        "calls": [
          {
            "module": "notes",
            "command": "set",
            "params": {
              "key": "forbidden",
              "value": "x"
            }
          }
        ],
        "expiresAtMs": 1760000062010
      },
      "result": {
        "hash": "0xc90735718d5e9614811af24d38d14aa5e32e187b65c1fac423a3f4790f87a33e",
        "height": 2,
        "outcome": "rejected",
        "code": "notes/forbidden",
        "callIndex": 0,
        "rejection": {
          "code": "notes/forbidden",
          "message": "this key is forbidden",
          "path": "key"
        },
        "events": []
      }
    }
  ],
  "tx_send": [
    {
      "name": "new",
      "params": {
        "raw": "0x080112730a20c52c81b96b97264569c1b3273d969c9a3b4c97af47d7fc0d4dd09c0f00b45af310a49e011a14dc42fd041bffb7f02749b052fee3efa89ed9893228c0cfd7c19c333210000000000000000000000000000000034a1c0a056e6f74657312037365741a0e0a0573686170651205726f756e641a66080112208a88e3dd7409f195fd52db2d3cba5d72ca6709bf1d94121bf3748801b40f6f5c1a406d37e7c6403732865d8b9579b7decbfb0f9d6b36e78e06525fafc7eceb0f2b2dec3cde43d83b19f6a2395c46c3b2778e9d6e526ddab4d2c4a78294aba42a3b0d"
      },
      "result": {
        "hash": "0x227c1ad114c5f02d4662cf99adde31de6c0e3bdeac7244d2dc1e188feb62e1e0",
        "known": false
      }
    },
    {
      "name": "once more",
      "params": {
        "raw": "0x080112730a20c52c81b96b97264569c1b3273d969c9a3b4c97af47d7fc0d4dd09c0f00b45af310a49e011a14dc42fd041bffb7f02749b052fee3efa89ed9893228c0cfd7c19c333210000000000000000000000000000000034a1c0a056e6f74657312037365741a0e0a0573686170651205726f756e641a66080112208a88e3dd7409f195fd52db2d3cba5d72ca6709bf1d94121bf3748801b40f6f5c1a406d37e7c6403732865d8b9579b7decbfb0f9d6b36e78e06525fafc7eceb0f2b2dec3cde43d83b19f6a2395c46c3b2778e9d6e526ddab4d2c4a78294aba42a3b0d"
      },
      "result": {
        "hash": "0x227c1ad114c5f02d4662cf99adde31de6c0e3bdeac7244d2dc1e188feb62e1e0",
        "known": true
      }
    }
  ],
  "pool_status": [
    {
      "name": "one waits",
      "params": {},
      "result": {
        "size": 1,
        "sizeBytes": 0,
        "capacity": 20000,
        "perSenderMax": 4000
      }
    }
  ],
  "pool_list": [
    {
      "name": "it",
      "params": {
        "limit": 10
      },
      "result": {
        "items": [
          {
            "hash": "0x227c1ad114c5f02d4662cf99adde31de6c0e3bdeac7244d2dc1e188feb62e1e0",
            "sender": "0xdc42fd041bffb7f02749b052fee3efa89ed98932",
            "expiresAtMs": 1760000600000,
            "calls": [
              {
                "module": "notes",
                "command": "set"
              }
            ],
            "sizeBytes": 223,
            "admittedAtMs": 1760000002010
          }
        ],
        "nextCursor": null,
        "complete": true,
        "size": 1
      }
    }
  ],
  "tx_sendAndWait": [
    {
      "name": "final",
      "params": {
        "raw": "0x080112720a20c52c81b96b97264569c1b3273d969c9a3b4c97af47d7fc0d4dd09c0f00b45af310a49e011a14dc42fd041bffb7f02749b052fee3efa89ed9893228c0cfd7c19c333210000000000000000000000000000000044a1b0a056e6f74657312037365741a0d0a0473697a651205736d616c6c1a66080112208a88e3dd7409f195fd52db2d3cba5d72ca6709bf1d94121bf3748801b40f6f5c1a406e56e123642f33720e9f477b3e0bfff7b43ffaa1009cab74a51c9485ca8f9890509ae78e9024bbba561df9a791cc47e63ff2f07b461327d8672211f27c91a90a",
        "timeoutMs": 5000
      },
      "result": {
        "txId": "0x303e6a5168d2bfc2fb2929023e1ea0e8b1824eaa0868083330f4722d4705bf27",
        "index": 1,
        "outcome": "success",
        "events": [
          {
            "module": "notes",
            "type": "set",
            "attributes": [
              {
                "key": "size",
                "value": "small"
              }
            ]
          }
        ],
        "height": 3,
        "blockHash": "0x0228469b5d11f2a96cf4be9ef102b9e68047629eb06e815301a8d87388e6b1c7",
        "timeMs": 1760000003000
      }
    }
  ],
  "tx_get": [
    {
      "name": "final",
      "params": {
        "hash": "0x0b15aeba933551439832d2b00fee1b0ff710ae29e60502a0a2e63de782fb26f2"
      },
      "result": {
        "hash": "0x0b15aeba933551439832d2b00fee1b0ff710ae29e60502a0a2e63de782fb26f2",
        "status": "final",
        "transaction": {
          "hash": "0x0b15aeba933551439832d2b00fee1b0ff710ae29e60502a0a2e63de782fb26f2",
          "body": {
            "genesisHash": "0xc52c81b96b97264569c1b3273d969c9a3b4c97af47d7fc0d4dd09c0f00b45af3",
            "chainId": 20260,
            "sender": "0xdc42fd041bffb7f02749b052fee3efa89ed98932",
            "coSigners": [],
            "expiresAtMs": 1760000600000,
            "unique": "0x00000000000000000000000000000000",
            "calls": [
              {
                "module": "notes",
                "command": "set",
                "params": {
                  "key": "colour",
                  "value": "blue"
                }
              }
            ]
          },
          "raw": "0x080112730a20c52c81b96b97264569c1b3273d969c9a3b4c97af47d7fc0d4dd09c0f00b45af310a49e011a14dc42fd041bffb7f02749b052fee3efa89ed9893228c0cfd7c19c333210000000000000000000000000000000004a1c0a056e6f74657312037365741a0e0a06636f6c6f75721204626c75651a66080112208a88e3dd7409f195fd52db2d3cba5d72ca6709bf1d94121bf3748801b40f6f5c1a406fbaec34484a780bc9cd983678820b6aaa346751dc11f97f012dc5ee751b2431918e41957d9174e7516836358f6c42de32db22f1132dfc26a22f6233a40dd003"
        },
        "receipt": {
          "txId": "0x0b15aeba933551439832d2b00fee1b0ff710ae29e60502a0a2e63de782fb26f2",
          "index": 0,
          "outcome": "success",
          "events": [
            {
              "module": "notes",
              "type": "set",
              "attributes": [
                {
                  "key": "colour",
                  "value": "blue"
                }
              ]
            }
          ],
          "height": 1,
          "blockHash": "0x4f6c43b2c7dae8a35ead8a7595367db574b955729d77ad46bdf9797a955c0f97",
          "timeMs": 1760000001000
        }
      }
    },
    {
      "name": "unknown",
      "params": {
        "hash": "0x0000000000000000000000000000000000000000000000000000000000000000"
      },
      "result": {
        "hash": "0x0000000000000000000000000000000000000000000000000000000000000000",
        "status": "unknown"
      }
    }
  ],
  "tx_getReceipt": [
    {
      "name": "success",
      "params": {
        "hash": "0x0b15aeba933551439832d2b00fee1b0ff710ae29e60502a0a2e63de782fb26f2"
      },
      "result": {
        "txId": "0x0b15aeba933551439832d2b00fee1b0ff710ae29e60502a0a2e63de782fb26f2",
        "index": 0,
        "outcome": "success",
        "events": [
          {
            "module": "notes",
            "type": "set",
            "attributes": [
              {
                "key": "colour",
                "value": "blue"
              }
            ]
          }
        ],
        "height": 1,
        "blockHash": "0x4f6c43b2c7dae8a35ead8a7595367db574b955729d77ad46bdf9797a955c0f97",
        "timeMs": 1760000001000
      }
    }
  ],
  "tx_waitForReceipt": [
    {
      "name": "rejected by a module",
      "params": {
        "hash": "0xd6352eb5e317fc27106683296232fc5c2432c98429a275b62d8303c69c0b4057",
        "timeoutMs": 1000
      },
      "result": {
        "txId": "0xd6352eb5e317fc27106683296232fc5c2432c98429a275b62d8303c69c0b4057",
        "index": 0,
        "outcome": "rejected",
        "code": "notes/forbidden",
        "callIndex": 0,
        "events": [],
        "height": 2,
        "blockHash": "0x405d780213a2d1ebca9182cd97acb33214be5b9a8421df23275d13f0c423922f",
        "timeMs": 1760000002000
      }
    }
  ],
  "tx_list": [
    {
      "name": "the newest",
      "params": {
        "limit": 1
      },
      "result": {
        "items": [
          {
            "hash": "0x303e6a5168d2bfc2fb2929023e1ea0e8b1824eaa0868083330f4722d4705bf27",
            "height": 3,
            "blockHash": "0x0228469b5d11f2a96cf4be9ef102b9e68047629eb06e815301a8d87388e6b1c7",
            "timeMs": 1760000003000,
            "index": 1,
            "sender": "0xdc42fd041bffb7f02749b052fee3efa89ed98932",
            "calls": [
              {
                "module": "notes",
                "command": "set"
              }
            ],
            "outcome": "success"
          }
        ],
        "nextCursor": "3:1",
        "complete": true,
        "indexedTo": 3,
        "height": 3
      }
    },
    {
      "name": "what modules rejected",
      "params": {
        "outcome": "rejected",
        "module": "notes",
        "order": "ascending"
      },
      "result": {
        "items": [
          {
            "hash": "0xd6352eb5e317fc27106683296232fc5c2432c98429a275b62d8303c69c0b4057",
            "height": 2,
            "blockHash": "0x405d780213a2d1ebca9182cd97acb33214be5b9a8421df23275d13f0c423922f",
            "timeMs": 1760000002000,
            "index": 0,
            "sender": "0xdc42fd041bffb7f02749b052fee3efa89ed98932",
            "calls": [
              {
                "module": "notes",
                "command": "set"
              }
            ],
            "outcome": "rejected",
            "code": "notes/forbidden",
            "callIndex": 0
          }
        ],
        "nextCursor": null,
        "complete": true,
        "indexedTo": 3,
        "height": 3
      }
    }
  ],
  "tx_getProof": [
    {
      "name": "of a final transaction",
      "params": {
        "hash": "0x0b15aeba933551439832d2b00fee1b0ff710ae29e60502a0a2e63de782fb26f2"
      },
      "result": {
        "id": "0x0b15aeba933551439832d2b00fee1b0ff710ae29e60502a0a2e63de782fb26f2",
        "height": 1,
        "receipt": {
          "txId": "0x0b15aeba933551439832d2b00fee1b0ff710ae29e60502a0a2e63de782fb26f2",
          "index": 0,
          "outcome": "success",
          "events": [
            {
              "module": "notes",
              "type": "set",
              "attributes": [
                {
                  "key": "colour",
                  "value": "blue"
                }
              ]
            }
          ]
        },
        "index": 0,
        "transactionCount": 1,
        "receiptCount": 1,
        "transactionPath": [],
        "receiptPath": [],
        "header": {
          "version": 1,
          "genesisHash": "0xc52c81b96b97264569c1b3273d969c9a3b4c97af47d7fc0d4dd09c0f00b45af3",
          "epoch": 0,
          "height": 1,
          "parent": "0x889a2b0d4e7cabea28346fdebd8611d026855ae7e9e6d4590b2ca0db4a35fa4a",
          "timeMs": 1760000001000,
          "proposer": 0,
          "txRoot": "0xa642db63e1d92c0093e0ec0a43267a70065e468fdb2fc73f59d4325e9398e5e3",
          "receiptsRoot": "0x0d3272014a352420d2678634fc266bf333a3e89d38564bd8b70cbbfc76dc6767",
          "stateRoot": "0xcf15ef5d5bcddc593c27abfa39d407e11b3357d01ef4e698e3085ed3cc30f795",
          "validatorSetHash": "0xa23bca52512e035b085a5ee0dd3b46c939ef4e89eeabb98cef3bb47ec47097be",
          "nextValidatorSetHash": "0xa23bca52512e035b085a5ee0dd3b46c939ef4e89eeabb98cef3bb47ec47097be",
          "paramsHash": "0x6a61d2315ff5f1daf76d486b7799d41504bf8bcee6a5cde1956b5d60417ea7d6",
          "evidenceRoot": "0xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        },
        "certificate": {
          "epoch": 0,
          "view": 0,
          "height": 1,
          "digest": "0x8cecbb716643ee4747a16dadeaf43bcf32325a2158c156f7c1d8e2b5ab0efb57",
          "headerHash": "0x4f6c43b2c7dae8a35ead8a7595367db574b955729d77ad46bdf9797a955c0f97",
          "signatures": [
            {
              "signer": 0,
              "signature": "0xb57b102435ac3b573d11e3b614f5b7c4dea8f6e1e2ef4c2b8f4857b4465317b73936c88be519cfe8df1cd160f69f5a4133fc795250c5ece7ca397a606b6a7207"
            },
            {
              "signer": 1,
              "signature": "0x803f24f6d6f375341b841159c8a4377302d29622ab06d5bb18b727b24cfebc127377963a36d7752ab143edee9d5e4ec7976c2d26cf187ae3a527b63442f1e50f"
            },
            {
              "signer": 2,
              "signature": "0xf682d01b8603bddf588984674797f16da229803d95e0e0edbf7146a0e807659280bfbbf1f59935ed5dc8a5df573ae672c2f751738e2254b4b9717b0da02ae30b"
            }
          ]
        }
      }
    }
  ],
  "state_query": [
    {
      "name": "without args",
      "params": {
        "module": "notes",
        "query": "count"
      },
      "result": {
        "value": 3,
        "height": 3
      }
    },
    {
      "name": "at an earlier height",
      "params": {
        "module": "notes",
        "query": "note",
        "args": {
          "key": "colour"
        },
        "height": 1
      },
      "result": {
        "value": "blue",
        "height": 1
      }
    }
  ],
  "state_getProof": [
    {
      "name": "of a key that is there",
      "params": {
        "key": "0x6e6f74657300636f756e74",
        "height": 1
      },
      "result": {
        "height": 1,
        "key": "0x6e6f74657300636f756e74",
        "value": "0x0001",
        "proof": {
          "key": "0x6e6f74657300636f756e74",
          "value": "0x0001",
          "siblings": []
        },
        "header": {
          "version": 1,
          "genesisHash": "0xc52c81b96b97264569c1b3273d969c9a3b4c97af47d7fc0d4dd09c0f00b45af3",
          "epoch": 0,
          "height": 1,
          "parent": "0x889a2b0d4e7cabea28346fdebd8611d026855ae7e9e6d4590b2ca0db4a35fa4a",
          "timeMs": 1760000001000,
          "proposer": 0,
          "txRoot": "0xa642db63e1d92c0093e0ec0a43267a70065e468fdb2fc73f59d4325e9398e5e3",
          "receiptsRoot": "0x0d3272014a352420d2678634fc266bf333a3e89d38564bd8b70cbbfc76dc6767",
          "stateRoot": "0xcf15ef5d5bcddc593c27abfa39d407e11b3357d01ef4e698e3085ed3cc30f795",
          "validatorSetHash": "0xa23bca52512e035b085a5ee0dd3b46c939ef4e89eeabb98cef3bb47ec47097be",
          "nextValidatorSetHash": "0xa23bca52512e035b085a5ee0dd3b46c939ef4e89eeabb98cef3bb47ec47097be",
          "paramsHash": "0x6a61d2315ff5f1daf76d486b7799d41504bf8bcee6a5cde1956b5d60417ea7d6",
          "evidenceRoot": "0xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        },
        "certificate": {
          "epoch": 0,
          "view": 0,
          "height": 1,
          "digest": "0x8cecbb716643ee4747a16dadeaf43bcf32325a2158c156f7c1d8e2b5ab0efb57",
          "headerHash": "0x4f6c43b2c7dae8a35ead8a7595367db574b955729d77ad46bdf9797a955c0f97",
          "signatures": [
            {
              "signer": 0,
              "signature": "0xb57b102435ac3b573d11e3b614f5b7c4dea8f6e1e2ef4c2b8f4857b4465317b73936c88be519cfe8df1cd160f69f5a4133fc795250c5ece7ca397a606b6a7207"
            },
            {
              "signer": 1,
              "signature": "0x803f24f6d6f375341b841159c8a4377302d29622ab06d5bb18b727b24cfebc127377963a36d7752ab143edee9d5e4ec7976c2d26cf187ae3a527b63442f1e50f"
            },
            {
              "signer": 2,
              "signature": "0xf682d01b8603bddf588984674797f16da229803d95e0e0edbf7146a0e807659280bfbbf1f59935ed5dc8a5df573ae672c2f751738e2254b4b9717b0da02ae30b"
            }
          ]
        }
      }
    },
    {
      "name": "of a key that is absent",
      "params": {
        "key": "0x6e6f746573006e6f7468696e67",
        "height": 1
      },
      "result": {
        "height": 1,
        "key": "0x6e6f746573006e6f7468696e67",
        "value": null,
        "proof": {
          "key": "0x6e6f746573006e6f7468696e67",
          "siblings": [],
          "otherLeaf": {
            "keyHash": "0xb40b3fcc08e56b4680ce5820940bd3ba7edafc5f8600cb92380dddf9860d1c3f",
            "valueHash": "0xb413f47d13ee2fe6c845b2ee141af81de858df4ec549a58b7970bb96645bc8d2"
          }
        },
        "header": {
          "version": 1,
          "genesisHash": "0xc52c81b96b97264569c1b3273d969c9a3b4c97af47d7fc0d4dd09c0f00b45af3",
          "epoch": 0,
          "height": 1,
          "parent": "0x889a2b0d4e7cabea28346fdebd8611d026855ae7e9e6d4590b2ca0db4a35fa4a",
          "timeMs": 1760000001000,
          "proposer": 0,
          "txRoot": "0xa642db63e1d92c0093e0ec0a43267a70065e468fdb2fc73f59d4325e9398e5e3",
          "receiptsRoot": "0x0d3272014a352420d2678634fc266bf333a3e89d38564bd8b70cbbfc76dc6767",
          "stateRoot": "0xcf15ef5d5bcddc593c27abfa39d407e11b3357d01ef4e698e3085ed3cc30f795",
          "validatorSetHash": "0xa23bca52512e035b085a5ee0dd3b46c939ef4e89eeabb98cef3bb47ec47097be",
          "nextValidatorSetHash": "0xa23bca52512e035b085a5ee0dd3b46c939ef4e89eeabb98cef3bb47ec47097be",
          "paramsHash": "0x6a61d2315ff5f1daf76d486b7799d41504bf8bcee6a5cde1956b5d60417ea7d6",
          "evidenceRoot": "0xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        },
        "certificate": {
          "epoch": 0,
          "view": 0,
          "height": 1,
          "digest": "0x8cecbb716643ee4747a16dadeaf43bcf32325a2158c156f7c1d8e2b5ab0efb57",
          "headerHash": "0x4f6c43b2c7dae8a35ead8a7595367db574b955729d77ad46bdf9797a955c0f97",
          "signatures": [
            {
              "signer": 0,
              "signature": "0xb57b102435ac3b573d11e3b614f5b7c4dea8f6e1e2ef4c2b8f4857b4465317b73936c88be519cfe8df1cd160f69f5a4133fc795250c5ece7ca397a606b6a7207"
            },
            {
              "signer": 1,
              "signature": "0x803f24f6d6f375341b841159c8a4377302d29622ab06d5bb18b727b24cfebc127377963a36d7752ab143edee9d5e4ec7976c2d26cf187ae3a527b63442f1e50f"
            },
            {
              "signer": 2,
              "signature": "0xf682d01b8603bddf588984674797f16da229803d95e0e0edbf7146a0e807659280bfbbf1f59935ed5dc8a5df573ae672c2f751738e2254b4b9717b0da02ae30b"
            }
          ]
        }
      }
    }
  ],
  "event_list": [
    {
      "name": "with an attribute",
      "params": {
        "module": "notes",
        "type": "set",
        "attributes": {
          "colour": "blue"
        },
        "from": "earliest",
        "to": "latest"
      },
      "result": {
        "items": [
          {
            "event": {
              "module": "notes",
              "type": "set",
              "attributes": [
                {
                  "key": "colour",
                  "value": "blue"
                }
              ]
            },
            "txId": "0x0b15aeba933551439832d2b00fee1b0ff710ae29e60502a0a2e63de782fb26f2",
            "height": 1,
            "blockHash": "0x4f6c43b2c7dae8a35ead8a7595367db574b955729d77ad46bdf9797a955c0f97",
            "timeMs": 1760000001000,
            "index": 0
          }
        ],
        "nextCursor": null,
        "complete": true,
        "indexedTo": 3,
        "height": 3
      }
    }
  ],
  "sub_subscribe": [
    {
      "name": "events of a module, from the beginning",
      "params": {
        "topic": "events",
        "filter": {
          "module": "notes"
        },
        "from": 1
      },
      "result": {
        "id": "1",
        "cursor": "1:0"
      }
    },
    {
      "name": "view changes and evidence",
      "params": {
        "topic": "consensus",
        "filter": {
          "types": [
            "view-left",
            "evidence"
          ]
        }
      },
      "result": {
        "id": "2",
        "cursor": "00c0ffee00c0ffee@1"
      }
    },
    {
      "name": "this node, from the start of its process",
      "params": {
        "topic": "node",
        "from": "earliest"
      },
      "result": {
        "id": "3",
        "cursor": "00c0ffee00c0ffee@0"
      }
    }
  ],
  "sub_unsubscribe": [
    {
      "name": "the end",
      "params": {
        "id": "1"
      },
      "result": {
        "id": "1",
        "cursor": "4:0"
      }
    }
  ],
  "consensus_getState": [
    {
      "name": "between two blocks",
      "params": {},
      "result": {
        "epoch": 0,
        "view": 0,
        "wants": 0,
        "inView": true,
        "primary": 0,
        "head": 3,
        "quorum": 3,
        "slots": [
          {
            "height": 4,
            "phase": "empty",
            "prepares": [],
            "commits": []
          }
        ]
      }
    }
  ],
  "consensus_getValidators": [
    {
      "name": "four",
      "params": {},
      "result": {
        "epoch": 0,
        "quorum": 3,
        "items": [
          {
            "index": 0,
            "organization": "bank-a",
            "consensusKey": {
              "algorithm": 1,
              "bytes": "0x43a72e714401762df66b68c26dfbdf2682aaec9f2474eca4613e424a0fbafd3c"
            },
            "peerId": "12D3KooWTest0",
            "addresses": [
              "/ip4/127.0.0.1/tcp/10545"
            ]
          },
          {
            "index": 1,
            "organization": "bank-b",
            "consensusKey": {
              "algorithm": 1,
              "bytes": "0x66be7e332c7a453332bd9d0a7f7db055f5c5ef1a06ada66d98b39fb6810c473a"
            },
            "peerId": "12D3KooWTest1",
            "addresses": [
              "/ip4/127.0.0.1/tcp/10546"
            ]
          },
          {
            "index": 2,
            "organization": "core-firm",
            "consensusKey": {
              "algorithm": 1,
              "bytes": "0x0b513ad9b4924015ca0902ed079044d3ac5dbec2306f06948c10da8eb6e39f2d"
            },
            "peerId": "12D3KooWTest2",
            "addresses": [
              "/ip4/127.0.0.1/tcp/10547"
            ]
          },
          {
            "index": 3,
            "organization": "supplier",
            "consensusKey": {
              "algorithm": 1,
              "bytes": "0x91a28a0b74381593a4d9469579208926afc8ad82c8839b7644359b9eba9a4b3a"
            },
            "peerId": "12D3KooWTest3",
            "addresses": [
              "/ip4/127.0.0.1/tcp/10548"
            ]
          }
        ],
        "nextCursor": null
      }
    }
  ],
  "consensus_getSignerStats": [
    {
      "name": "of two blocks",
      "params": {},
      "result": {
        "height": 3,
        "fromHeight": 1,
        "windowMax": 1000,
        "items": [
          {
            "index": 0,
            "organization": "bank-a",
            "signed": 3,
            "missed": 0,
            "lastSignedHeight": 3,
            "proposed": 3,
            "viewsLost": 0
          },
          {
            "index": 1,
            "organization": "bank-b",
            "signed": 3,
            "missed": 0,
            "lastSignedHeight": 3,
            "proposed": 0,
            "viewsLost": 0
          },
          {
            "index": 2,
            "organization": "core-firm",
            "signed": 3,
            "missed": 0,
            "lastSignedHeight": 3,
            "proposed": 0,
            "viewsLost": 0
          },
          {
            "index": 3,
            "organization": "supplier",
            "signed": 0,
            "missed": 3,
            "lastSignedHeight": null,
            "proposed": 0,
            "viewsLost": 0
          }
        ],
        "nextCursor": null
      }
    }
  ],
  "consensus_getEvidence": [
    {
      "name": "a validator that prepared twice",
      "params": {},
      "result": {
        "sinceMs": 1760000000000,
        "dropped": 0,
        "items": [
          {
            "sequence": 1,
            "seenAtMs": 1760000002000,
            "culprit": 3,
            "organization": "supplier",
            "kind": "conflicting-prepare",
            "height": 2,
            "first": {
              "epoch": 0,
              "signer": 3,
              "signature": "0x9c3ff18dc9c7d5131d453872868df6c31d4434c2355f75a6cced25fff5bb2539189b6b39de793d474ee8e4831f3214e69e4f82643bd5d3f717570be1334e560d",
              "message": {
                "type": "prepare",
                "view": 0,
                "height": 2,
                "digest": "0xaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
              }
            },
            "second": {
              "epoch": 0,
              "signer": 3,
              "signature": "0x55983e889670ef33b76393e25e60197e14d91491da7e03ee8e8edd7915a24e4650c93c8d9ae37d4f6cfa3f9edbc2e3c592940402f3769167bcbdd5fe42298f01",
              "message": {
                "type": "prepare",
                "view": 0,
                "height": 2,
                "digest": "0xbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"
              }
            }
          }
        ],
        "nextCursor": null
      }
    },
    {
      "name": "of a validator that did no wrong",
      "params": {
        "validator": 0,
        "limit": 10
      },
      "result": {
        "sinceMs": 1760000000000,
        "dropped": 0,
        "items": [],
        "nextCursor": null
      }
    }
  ],
  "member_list": [
    {
      "name": "the first page",
      "params": {
        "limit": 2
      },
      "result": {
        "height": 3,
        "items": [
          {
            "organization": "bank-a",
            "party": {
              "name": "Demo Bank A",
              "country": "CN",
              "uscc": "91440600MADEMBKA11",
              "roles": [
                "bank"
              ],
              "kyc": {
                "status": "ACTIVE",
                "validUntilMs": 1760001000000,
                "changedAtMs": 1760000000000
              },
              "active": true,
              "account": "0x3454847d1c8048449ade4cec10f0a4e8118bf4fb",
              "registeredAtMs": 1760000000000,
              "operators": 2
            },
            "validator": {
              "index": 0,
              "peerId": "12D3KooWTest0",
              "consensusKey": "0x43a72e714401762df66b68c26dfbdf2682aaec9f2474eca4613e424a0fbafd3c"
            }
          },
          {
            "organization": "bank-b",
            "validator": {
              "index": 1,
              "peerId": "12D3KooWTest1",
              "consensusKey": "0x66be7e332c7a453332bd9d0a7f7db055f5c5ef1a06ada66d98b39fb6810c473a"
            }
          }
        ],
        "nextCursor": "2"
      }
    },
    {
      "name": "banks",
      "params": {
        "role": "bank",
        "height": "latest"
      },
      "result": {
        "height": 3,
        "items": [
          {
            "organization": "bank-a",
            "party": {
              "name": "Demo Bank A",
              "country": "CN",
              "uscc": "91440600MADEMBKA11",
              "roles": [
                "bank"
              ],
              "kyc": {
                "status": "ACTIVE",
                "validUntilMs": 1760001000000,
                "changedAtMs": 1760000000000
              },
              "active": true,
              "account": "0x3454847d1c8048449ade4cec10f0a4e8118bf4fb",
              "registeredAtMs": 1760000000000,
              "operators": 2
            },
            "validator": {
              "index": 0,
              "peerId": "12D3KooWTest0",
              "consensusKey": "0x43a72e714401762df66b68c26dfbdf2682aaec9f2474eca4613e424a0fbafd3c"
            }
          }
        ],
        "nextCursor": null
      }
    }
  ],
  "member_get": [
    {
      "name": "a bank that runs a validator",
      "params": {
        "organization": "bank-a"
      },
      "result": {
        "height": 3,
        "member": {
          "organization": "bank-a",
          "party": {
            "name": "Demo Bank A",
            "country": "CN",
            "uscc": "91440600MADEMBKA11",
            "roles": [
              "bank"
            ],
            "kyc": {
              "status": "ACTIVE",
              "validUntilMs": 1760001000000,
              "changedAtMs": 1760000000000
            },
            "active": true,
            "account": "0x3454847d1c8048449ade4cec10f0a4e8118bf4fb",
            "registeredAtMs": 1760000000000,
            "operators": 2
          },
          "validator": {
            "index": 0,
            "peerId": "12D3KooWTest0",
            "consensusKey": "0x43a72e714401762df66b68c26dfbdf2682aaec9f2474eca4613e424a0fbafd3c"
          }
        }
      }
    }
  ],
  "net_peers": [
    {
      "name": "one is missing",
      "params": {},
      "result": {
        "items": [
          {
            "peerId": "12D3KooWTest1",
            "organization": "bank-b",
            "connected": true,
            "head": 3,
            "addresses": [
              "/ip4/127.0.0.1/tcp/10546"
            ],
            "connectedSinceMs": 1760000000000,
            "bytesIn": 1000,
            "bytesOut": 2000,
            "framesIn": 10,
            "framesOut": 20,
            "reconnects": 0
          },
          {
            "peerId": "12D3KooWTest2",
            "organization": "core-firm",
            "connected": true,
            "head": 3,
            "addresses": [
              "/ip4/127.0.0.1/tcp/10547"
            ],
            "connectedSinceMs": 1760000000000,
            "bytesIn": 1000,
            "bytesOut": 2000,
            "framesIn": 10,
            "framesOut": 20,
            "reconnects": 0
          },
          {
            "peerId": "12D3KooWTest3",
            "organization": "supplier",
            "connected": false,
            "head": 3,
            "addresses": [
              "/ip4/127.0.0.1/tcp/10548"
            ],
            "connectedSinceMs": 1760000000000,
            "bytesIn": 1000,
            "bytesOut": 2000,
            "framesIn": 10,
            "framesOut": 20,
            "reconnects": 0
          }
        ],
        "nextCursor": null
      }
    }
  ],
  "net_info": [
    {
      "name": "two of three connected",
      "params": {},
      "result": {
        "peerId": "12D3KooWTest0",
        "version": "0.1.0",
        "listen": [
          "/ip4/127.0.0.1/tcp/10545/p2p/12D3KooWTest0"
        ],
        "protocols": [
          "/hanse/c52c81b96b972645/control/1",
          "/hanse/c52c81b96b972645/consensus/1",
          "/hanse/c52c81b96b972645/transactions/1",
          "/hanse/c52c81b96b972645/sync/1"
        ],
        "peers": {
          "allowed": 3,
          "connected": 2
        },
        "limits": {
          "frameBytesMax": {
            "consensus": 1048576,
            "transactions": 1048576,
            "sync": 4194304
          },
          "receiveBytesPerSecondMax": 33554432,
          "sendBytesPerSecondMax": 25165824,
          "pendingInboundMax": 128,
          "inboundPerHostPerSecondMax": 100
        },
        "totals": {
          "bytesIn": 3000,
          "bytesOut": 6000,
          "framesIn": 30,
          "framesOut": 60,
          "reconnects": 0
        }
      }
    }
  ]
}
export const ADMIN_EXAMPLES = {
  "rpc.discover": [
    {
      "name": "the document",
      "params": {},
      "result": {
        "openrpc": "1.3.2",
        "info": {
          "title": "Hanse node, administration",
          "version": "0.1.0",
          "description": "JSON-RPC 2.0 over HTTP POST /, for this machine alone and with the token of the node’s home. Heights and times (ms) are numbers, amounts decimal strings of minor units, bytes 0x-hex. error.data.code names the reason; docs/errors.md explains each.",
          "license": {
            "name": "Apache-2.0"
          }
        }
      }
    }
  ],
  "admin_getLogLevel": [
    {
      "name": "as configured",
      "params": {},
      "result": {
        "level": "info"
      }
    }
  ],
  "admin_setLogLevel": [
    {
      "name": "more",
      "params": {
        "level": "debug"
      },
      "result": {
        "level": "debug",
        "before": "info"
      }
    },
    {
      "name": "back",
      "params": {
        "level": "info"
      },
      "result": {
        "level": "info",
        "before": "debug"
      }
    }
  ],
  "admin_listPeers": [
    {
      "name": "one is missing",
      "params": {},
      "result": {
        "items": [
          {
            "peerId": "12D3KooWTest1",
            "organization": "bank-b",
            "connected": true,
            "head": 0,
            "addresses": [
              "/ip4/127.0.0.1/tcp/10546"
            ],
            "connectedSinceMs": 1760000000000,
            "bytesIn": 1000,
            "bytesOut": 2000,
            "framesIn": 10,
            "framesOut": 20,
            "reconnects": 0
          },
          {
            "peerId": "12D3KooWTest2",
            "organization": "core-firm",
            "connected": true,
            "head": 0,
            "addresses": [
              "/ip4/127.0.0.1/tcp/10547"
            ],
            "connectedSinceMs": 1760000000000,
            "bytesIn": 1000,
            "bytesOut": 2000,
            "framesIn": 10,
            "framesOut": 20,
            "reconnects": 0
          },
          {
            "peerId": "12D3KooWTest3",
            "organization": "supplier",
            "connected": false,
            "head": 0,
            "addresses": [
              "/ip4/127.0.0.1/tcp/10548"
            ],
            "connectedSinceMs": 1760000000000,
            "bytesIn": 1000,
            "bytesOut": 2000,
            "framesIn": 10,
            "framesOut": 20,
            "reconnects": 0
          }
        ],
        "nextCursor": null
      }
    }
  ],
  "admin_disconnectPeer": [
    {
      "name": "for a minute",
      "params": {
        "peer": "bank-b",
        "banMs": 60000
      },
      "result": {
        "peerId": "12D3KooWTest1",
        "organization": "bank-b",
        "connected": false,
        "head": 0,
        "addresses": [
          "/ip4/127.0.0.1/tcp/10546"
        ],
        "connectedSinceMs": 1760000000000,
        "bytesIn": 1000,
        "bytesOut": 2000,
        "framesIn": 10,
        "framesOut": 20,
        "reconnects": 0,
        "bannedUntilMs": 1760000060010
      }
    }
  ],
  "admin_connectPeer": [
    {
      "name": "again",
      "params": {
        "peer": "bank-b"
      },
      "result": {
        "peerId": "12D3KooWTest1",
        "organization": "bank-b",
        "connected": true,
        "head": 0,
        "addresses": [
          "/ip4/127.0.0.1/tcp/10546"
        ],
        "connectedSinceMs": 1760000000000,
        "bytesIn": 1000,
        "bytesOut": 2000,
        "framesIn": 10,
        "framesOut": 20,
        "reconnects": 0
      }
    },
    {
      "name": "at another address",
      "params": {
        "peer": "core-firm",
        "addresses": [
          "127.0.0.1:10547"
        ]
      },
      "result": {
        "peerId": "12D3KooWTest2",
        "organization": "core-firm",
        "connected": true,
        "head": 0,
        "addresses": [
          "/ip4/127.0.0.1/tcp/10547"
        ],
        "connectedSinceMs": 1760000000000,
        "bytesIn": 1000,
        "bytesOut": 2000,
        "framesIn": 10,
        "framesOut": 20,
        "reconnects": 0
      }
    }
  ],
  "admin_createApiKey": [
    {
      "name": "without an end",
      "params": {
        "organization": "bank-b",
        "label": "erp"
      },
      "result": {
        "key": "hanse_0000000000000000000000000000000000000000001",
        "id": "1d664ee23950706d",
        "organization": "bank-b",
        "label": "erp",
        "source": "admin",
        "state": "active",
        "sha256": "0x1d664ee23950706defb6fbe81ef7b829164c4f6213ce393dbaaee4a4ba6dd2c3",
        "createdAtMs": 1760000000010
      }
    },
    {
      "name": "for an hour",
      "params": {
        "organization": "core-firm",
        "expiresAtMs": 1760003600010
      },
      "result": {
        "key": "hanse_0000000000000000000000000000000000000000002",
        "id": "b0e75d5aa9332a1d",
        "organization": "core-firm",
        "source": "admin",
        "state": "active",
        "sha256": "0xb0e75d5aa9332a1d5185c6a5fe2f561a3e663cbaa8ed4e080bfd3bdbb50af4c8",
        "createdAtMs": 1760000000010,
        "expiresAtMs": 1760003600010
      }
    }
  ],
  "admin_listApiKeys": [
    {
      "name": "two",
      "params": {},
      "result": {
        "items": [
          {
            "id": "1d664ee23950706d",
            "organization": "bank-b",
            "label": "erp",
            "source": "admin",
            "state": "active",
            "sha256": "0x1d664ee23950706defb6fbe81ef7b829164c4f6213ce393dbaaee4a4ba6dd2c3",
            "createdAtMs": 1760000000010
          },
          {
            "id": "b0e75d5aa9332a1d",
            "organization": "core-firm",
            "source": "admin",
            "state": "active",
            "sha256": "0xb0e75d5aa9332a1d5185c6a5fe2f561a3e663cbaa8ed4e080bfd3bdbb50af4c8",
            "createdAtMs": 1760000000010,
            "expiresAtMs": 1760003600010
          }
        ],
        "nextCursor": null
      }
    }
  ],
  "admin_revokeApiKey": [
    {
      "name": "at once",
      "params": {
        "id": "1d664ee23950706d"
      },
      "result": {
        "id": "1d664ee23950706d",
        "organization": "bank-b",
        "label": "erp",
        "source": "admin",
        "state": "revoked",
        "sha256": "0x1d664ee23950706defb6fbe81ef7b829164c4f6213ce393dbaaee4a4ba6dd2c3",
        "createdAtMs": 1760000000010,
        "revokedAtMs": 1760000000010
      }
    }
  ]
}
