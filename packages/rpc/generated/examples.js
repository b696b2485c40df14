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
          "description": "JSON-RPC 2.0 over HTTP POST / and WebSocket /ws. Heights and times (ms) are numbers, amounts decimal strings of minor units, bytes 0x-hex. error.data.code names the reason; docs/errors.md explains each. Examples are of a devnet of their own: other chains do not know the hashes and raw bytes in them.",
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
        "genesisHash": "0x95d7032e1b068bc79656f07c54c80de8ab408ad913f3b2be14933a688a149b97",
        "name": "hanse-devnet",
        "organization": "bank-a",
        "role": "validator",
        "peerId": "12D3KooWQ8cpeQKoSgE4cYST8Syn5CjafYrCdcyMEEVCbdw7Brrr",
        "history": "archive",
        "modules": [
          {
            "name": "organizations",
            "version": 1
          },
          {
            "name": "supervision",
            "version": 1
          },
          {
            "name": "settlement",
            "version": 1
          },
          {
            "name": "invoices",
            "version": 1
          },
          {
            "name": "receivables",
            "version": 1
          },
          {
            "name": "payments",
            "version": 1
          },
          {
            "name": "governance",
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
        "height": 3,
        "earliest": 0,
        "headTime": 1760000003000,
        "lag": 0,
        "epoch": 0,
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
        "genesisHash": "0x95d7032e1b068bc79656f07c54c80de8ab408ad913f3b2be14933a688a149b97",
        "genesis": {
          "version": 1,
          "chainId": 20260,
          "name": "hanse-devnet",
          "timeMs": 1760000000000,
          "protocolVersion": 2,
          "params": {
            "window": 8,
            "blockBytesMax": 1048576,
            "blockTransactionsMax": 2000,
            "transactionBytesMax": 65536,
            "timeToLiveMsMax": 600000,
            "maxDriftMs": 5000,
            "heartbeatMs": 2000
          },
          "validators": [
            {
              "organization": "bank-a",
              "consensusKey": {
                "algorithm": 1,
                "bytes": "0x98262647d4209e7bba8c19cd5084ac3d8aa53442d060d2558c151171c8c8b18f"
              },
              "peerId": "12D3KooWQ8cpeQKoSgE4cYST8Syn5CjafYrCdcyMEEVCbdw7Brrr",
              "addresses": [
                "127.0.0.1:10545"
              ]
            },
            {
              "organization": "bank-b",
              "consensusKey": {
                "algorithm": 1,
                "bytes": "0x62d20eb1f5aa28d39c6635a81af21922f7791894cb61fdd3c7ad281576d22954"
              },
              "peerId": "12D3KooWDYWVwwSt2f3mkYLjGxZaMumH1d2uBoJtH4nfcNFy1Dpi",
              "addresses": [
                "127.0.0.1:10546"
              ]
            },
            {
              "organization": "core-firm",
              "consensusKey": {
                "algorithm": 1,
                "bytes": "0x4e45b30f2c3ee54294593e475ed0e4915f642642a38a5d21e5a6df7460da9a11"
              },
              "peerId": "12D3KooWBT727YMVp3W5xaqakGAqt4fdQPAWrGqQitAFKKux4H8W",
              "addresses": [
                "127.0.0.1:10547"
              ]
            },
            {
              "organization": "supplier",
              "consensusKey": {
                "algorithm": 1,
                "bytes": "0x373a45aa01f4568a4430a4db2a96411a33ef675307c0028c842f460d62b0a7b8"
              },
              "peerId": "12D3KooWKEkPeHRnvLYkk2mNdXXoZTDh2DEeKyM5fvBtwonGYAWE",
              "addresses": [
                "127.0.0.1:10548"
              ]
            }
          ],
          "modules": [
            {
              "name": "organizations",
              "version": 1,
              "genesis": {
                "parties": [
                  {
                    "kycValidUntilMs": 1791536000000,
                    "operators": [
                      {
                        "algorithm": 1,
                        "personRef": "bank-a-maker",
                        "publicKey": "0xbdd695c23fbc664799a87655410869055a6fc4f542ada351d7b25ff01795420c",
                        "roles": [
                          "maker"
                        ]
                      },
                      {
                        "algorithm": 1,
                        "personRef": "bank-a-checker",
                        "publicKey": "0x0465e3d7c86e4eae0d68ce8f1aa3bca84ad3b1ab8c15e72684a55d02d3d739f6",
                        "roles": [
                          "checker"
                        ]
                      }
                    ],
                    "party": {
                      "bic": "DEMACNB0XXX",
                      "country": "CN",
                      "name": "Demo Bank A",
                      "partyId": "bank-a",
                      "roles": [
                        "bank",
                        "clearing-bank"
                      ],
                      "uscc": "91440600MADEMBKA11"
                    }
                  },
                  {
                    "kycValidUntilMs": 1791536000000,
                    "operators": [
                      {
                        "algorithm": 1,
                        "personRef": "bank-b-maker",
                        "publicKey": "0xc3a2bd566c38e68ef148c30e3962493545d9c9941a7c1ff2957dffeb11b7e332",
                        "roles": [
                          "maker"
                        ]
                      },
                      {
                        "algorithm": 1,
                        "personRef": "bank-b-checker",
                        "publicKey": "0x0fb9bc1024e22d8880b32b67df515645fdfe5d872a5d8c0e8907d226ad339ad6",
                        "roles": [
                          "checker"
                        ]
                      }
                    ],
                    "party": {
                      "bic": "DEMBCNB0XXX",
                      "country": "CN",
                      "name": "Demo Bank B",
                      "partyId": "bank-b",
                      "roles": [
                        "bank"
                      ],
                      "uscc": "91440600MADEMBKB25"
                    }
                  },
                  {
                    "kycValidUntilMs": 1791536000000,
                    "operators": [
                      {
                        "algorithm": 1,
                        "personRef": "shunhe-maker",
                        "publicKey": "0xba18c2f96501d4e425c7d53e8b71ff950c73af45ff862d1810d106715085d964",
                        "roles": [
                          "maker"
                        ]
                      },
                      {
                        "algorithm": 1,
                        "personRef": "shunhe-checker",
                        "publicKey": "0x1a1bb4f2e37977d2865dc258248ab6ebe556e7c428523495a316ae1f3a196003",
                        "roles": [
                          "checker"
                        ]
                      }
                    ],
                    "party": {
                      "country": "CN",
                      "lei": "300300DEMFSSHAPP0163",
                      "name": "Foshan Shunhe Appliance Co., Ltd.",
                      "partyId": "shunhe",
                      "roles": [
                        "core",
                        "employer"
                      ],
                      "uscc": "91440606MADEM10019"
                    }
                  },
                  {
                    "kycValidUntilMs": 1791536000000,
                    "operators": [
                      {
                        "algorithm": 1,
                        "personRef": "nanhai-maker",
                        "publicKey": "0xb9145389c07f7840d5107b2dea6474096709e2c0be72e251d9c38a1f58923c30",
                        "roles": [
                          "maker"
                        ]
                      },
                      {
                        "algorithm": 1,
                        "personRef": "nanhai-checker",
                        "publicKey": "0x2763776048f6d36da8d71f2eb5764f33ffb7d95b81110caacdb7dbce990773b5",
                        "roles": [
                          "checker"
                        ]
                      }
                    ],
                    "party": {
                      "country": "CN",
                      "name": "Nanhai Precision Mould Co., Ltd.",
                      "partyId": "nanhai",
                      "roles": [
                        "supplier"
                      ],
                      "uscc": "91440605MADEM20025"
                    }
                  },
                  {
                    "kycValidUntilMs": 1791536000000,
                    "operators": [
                      {
                        "algorithm": 1,
                        "personRef": "sanshui-maker",
                        "publicKey": "0x7e55a03ee0340c98b31c91f645db79eeb8663d276e9dc62a134129e38ff424c4",
                        "roles": [
                          "maker"
                        ]
                      },
                      {
                        "algorithm": 1,
                        "personRef": "sanshui-checker",
                        "publicKey": "0xb2e97396327abb19397de0f9dd879a76ea8014059f1eed8f3c65f63896f1fa7f",
                        "roles": [
                          "checker"
                        ]
                      }
                    ],
                    "party": {
                      "country": "CN",
                      "name": "Sanshui Fastener Co., Ltd.",
                      "partyId": "sanshui",
                      "roles": [
                        "supplier"
                      ],
                      "uscc": "91440607MADEM3003C"
                    }
                  },
                  {
                    "kycValidUntilMs": 1791536000000,
                    "operators": [
                      {
                        "algorithm": 1,
                        "personRef": "gaoming-maker",
                        "publicKey": "0x2c2b051ff8b8462311e676a4140af536e629f9f1b9f6b3f3c5a17d80e73cc025",
                        "roles": [
                          "maker"
                        ]
                      },
                      {
                        "algorithm": 1,
                        "personRef": "gaoming-checker",
                        "publicKey": "0x5a7682dd08d93ce2f13784ca29e49f66db0b3d367ba306488003fabdff40c787",
                        "roles": [
                          "checker"
                        ]
                      }
                    ],
                    "party": {
                      "country": "CN",
                      "name": "Gaoming Coating Co., Ltd.",
                      "partyId": "gaoming",
                      "roles": [
                        "supplier",
                        "employer"
                      ],
                      "uscc": "91440608MADEM40045"
                    }
                  },
                  {
                    "kycValidUntilMs": 1791536000000,
                    "operators": [
                      {
                        "algorithm": 1,
                        "personRef": "lecong-maker",
                        "publicKey": "0xa4070af43e420272a1df14c273786292c9a6370535efc3e24e528ce1e3864828",
                        "roles": [
                          "maker"
                        ]
                      },
                      {
                        "algorithm": 1,
                        "personRef": "lecong-checker",
                        "publicKey": "0x9fb3c28e21f3f2e731cfe4a7ff840e8f6bc8898020924cb0cd1de8718af7e601",
                        "roles": [
                          "checker"
                        ]
                      }
                    ],
                    "party": {
                      "country": "CN",
                      "name": "Foshan Lecong Furniture Import Co., Ltd.",
                      "partyId": "lecong",
                      "roles": [
                        "core"
                      ],
                      "uscc": "91440606MADEM5005J"
                    }
                  },
                  {
                    "kycValidUntilMs": 1791536000000,
                    "operators": [
                      {
                        "algorithm": 1,
                        "personRef": "diyi-maker",
                        "publicKey": "0x9e22e886cb2328ece56d3cb7f6c3adb3125462048cde32f4858f3cccef156906",
                        "roles": [
                          "maker"
                        ]
                      },
                      {
                        "algorithm": 1,
                        "personRef": "diyi-checker",
                        "publicKey": "0xceee9bcd9f317333ac94d8c1ec45071e81bfb4ab2a347d1d626fd0d29a944028",
                        "roles": [
                          "checker"
                        ]
                      }
                    ],
                    "party": {
                      "country": "CN",
                      "name": "Foshan Diyi Auto Parts Co., Ltd.",
                      "partyId": "diyi",
                      "roles": [
                        "core"
                      ],
                      "uscc": "91440604MADEM60060"
                    }
                  },
                  {
                    "kycValidUntilMs": 1791536000000,
                    "operators": [
                      {
                        "algorithm": 1,
                        "personRef": "diyi-trading-maker",
                        "publicKey": "0xd03d2773959da6520d295597052eccfee0ab5e99df87c66c0cba85877c9f7c17",
                        "roles": [
                          "maker"
                        ]
                      },
                      {
                        "algorithm": 1,
                        "personRef": "diyi-trading-checker",
                        "publicKey": "0xda47265dfe205e7608e0acc670e56c284078cb9471f7af81eac2679069db62ec",
                        "roles": [
                          "checker"
                        ]
                      }
                    ],
                    "party": {
                      "country": "CN",
                      "name": "Foshan Diyi Trading Co., Ltd.",
                      "partyId": "diyi-trading",
                      "roles": [
                        "supplier"
                      ],
                      "uscc": "91440604MADEM7007A"
                    }
                  },
                  {
                    "kycValidUntilMs": 1791536000000,
                    "operators": [
                      {
                        "algorithm": 1,
                        "personRef": "restaurant-maker",
                        "publicKey": "0x14960182f1aaecddacb10b23d0aa7a5ed3ee2293fb5e0f48351f88c75ec9ec0d",
                        "roles": [
                          "maker"
                        ]
                      },
                      {
                        "algorithm": 1,
                        "personRef": "restaurant-checker",
                        "publicKey": "0xb1f065dc98a22527786f148512b63b637d2eca133de92ddca8e4cd57b9a63c15",
                        "roles": [
                          "checker"
                        ]
                      }
                    ],
                    "party": {
                      "country": "CN",
                      "name": "Lingnan Restaurant Co., Ltd.",
                      "partyId": "restaurant",
                      "roles": [
                        "supplier"
                      ],
                      "uscc": "91440604MADEM8008L"
                    }
                  },
                  {
                    "kycValidUntilMs": 1791536000000,
                    "operators": [
                      {
                        "algorithm": 1,
                        "personRef": "tax-maker",
                        "publicKey": "0x22edef405d07b8669b7b0c31a0175dfc5d97416632855a1d05b9f6746d4c7e62",
                        "roles": [
                          "maker"
                        ]
                      },
                      {
                        "algorithm": 1,
                        "personRef": "tax-checker",
                        "publicKey": "0x6e912477a4ef7202b6b9f187885b59fdae07fedb0ef352d0672dd0e561b9b0bd",
                        "roles": [
                          "checker"
                        ]
                      }
                    ],
                    "party": {
                      "country": "CN",
                      "name": "Demo Tax Authority",
                      "partyId": "tax",
                      "roles": [
                        "tax-authority"
                      ],
                      "uscc": "11440600MADEMTAX5J"
                    }
                  },
                  {
                    "kycValidUntilMs": 1791536000000,
                    "operators": [
                      {
                        "algorithm": 1,
                        "personRef": "regulator-maker",
                        "publicKey": "0x8f9b4b37661254f79156a9a81f56cbb0dbc44ceedbd995ce7ddb9b76652cfaed",
                        "roles": [
                          "maker"
                        ]
                      },
                      {
                        "algorithm": 1,
                        "personRef": "regulator-checker",
                        "publicKey": "0x69c089d54cb728251fc39298a6a147504ba6693cd11e262a5c3394ec57598e27",
                        "roles": [
                          "checker"
                        ]
                      }
                    ],
                    "party": {
                      "country": "CN",
                      "name": "Demo Financial Regulator",
                      "partyId": "regulator",
                      "roles": [
                        "regulator",
                        "registrar"
                      ],
                      "uscc": "11440000MADEMREG6Q"
                    }
                  },
                  {
                    "kycValidUntilMs": 1791536000000,
                    "operators": [
                      {
                        "algorithm": 1,
                        "personRef": "go-viet-maker",
                        "publicKey": "0xc1b9b82bece51c1951ebc4b4b2cfb281587bd2363360ad7d50f15a1b3f816702",
                        "roles": [
                          "maker"
                        ]
                      },
                      {
                        "algorithm": 1,
                        "personRef": "go-viet-checker",
                        "publicKey": "0x7e4e34229af2a0cfbc34065f107d84d0700ceb114ec3ca43884fdfcea5b0a8b0",
                        "roles": [
                          "checker"
                        ]
                      }
                    ],
                    "party": {
                      "country": "VN",
                      "lei": "300300DEMVNGOVT00743",
                      "name": "Công ty TNHH Bình Dương Gỗ Việt",
                      "partyId": "go-viet",
                      "roles": [
                        "supplier"
                      ]
                    }
                  },
                  {
                    "kycValidUntilMs": 1791536000000,
                    "operators": [
                      {
                        "algorithm": 1,
                        "personRef": "viet-bank-maker",
                        "publicKey": "0x0d77f1a117a4ab5b079614b8e92160eb89e9c93cb029d3cdd22d76fa551734c8",
                        "roles": [
                          "maker"
                        ]
                      },
                      {
                        "algorithm": 1,
                        "personRef": "viet-bank-checker",
                        "publicKey": "0xf6da1da4cbb98ce542e96dba611c08213734a683553c013b0c54587831649d26",
                        "roles": [
                          "checker"
                        ]
                      }
                    ],
                    "party": {
                      "bic": "DEMVVNV0XXX",
                      "country": "VN",
                      "lei": "300300DEMVNBANK00140",
                      "name": "Demo Bank of Vietnam",
                      "partyId": "viet-bank",
                      "roles": [
                        "bank"
                      ]
                    }
                  },
                  {
                    "kycValidUntilMs": 1791536000000,
                    "operators": [
                      {
                        "algorithm": 1,
                        "personRef": "dong-issuer-maker",
                        "publicKey": "0x3cc51688e111521856fa7b52bb08d25b0912dce74f4429c90a1b5d2169295036",
                        "roles": [
                          "maker"
                        ]
                      },
                      {
                        "algorithm": 1,
                        "personRef": "dong-issuer-checker",
                        "publicKey": "0x10e35a949d75dc1ade8473b157ee4ad0d1bdcbd47f40d21e5ffb4c07d8f099ab",
                        "roles": [
                          "checker"
                        ]
                      }
                    ],
                    "party": {
                      "country": "VN",
                      "lei": "300300DEMVNDISS00116",
                      "name": "Demo Issuer of Dong",
                      "partyId": "dong-issuer",
                      "roles": [
                        "bank"
                      ]
                    }
                  },
                  {
                    "kycValidUntilMs": 1791536000000,
                    "operators": [
                      {
                        "algorithm": 1,
                        "personRef": "fx-bank-maker",
                        "publicKey": "0xb6c3ad1da2c564de84827085411fdd410e41214f28017c37c67ee3aaa4655089",
                        "roles": [
                          "maker"
                        ]
                      },
                      {
                        "algorithm": 1,
                        "personRef": "fx-bank-checker",
                        "publicKey": "0xc86ef6878e4698043c1666064b5dfc23e0a8bb682389b5393c99f86b2acacd36",
                        "roles": [
                          "checker"
                        ]
                      }
                    ],
                    "party": {
                      "bic": "DEMXHKH0XXX",
                      "country": "HK",
                      "lei": "300300DEMHKLPRV00125",
                      "name": "Demo Exchange Bank",
                      "partyId": "fx-bank",
                      "roles": [
                        "bank"
                      ]
                    }
                  },
                  {
                    "kycValidUntilMs": 1791536000000,
                    "operators": [
                      {
                        "algorithm": 1,
                        "personRef": "tax-vn-maker",
                        "publicKey": "0x77e404133d3b17b9aa5ba5a3fa80bc3e970eae81bb2980943a1958de7fc674ab",
                        "roles": [
                          "maker"
                        ]
                      },
                      {
                        "algorithm": 1,
                        "personRef": "tax-vn-checker",
                        "publicKey": "0x456d3ba0ac502d83d86ed025619cca504691d12aa047914239b01dae6f9ba79b",
                        "roles": [
                          "checker"
                        ]
                      }
                    ],
                    "party": {
                      "country": "VN",
                      "lei": "300300DEMVNTAXA00190",
                      "name": "Demo Tax Authority of Vietnam",
                      "partyId": "tax-vn",
                      "roles": [
                        "tax-authority"
                      ]
                    }
                  }
                ]
              }
            },
            {
              "name": "supervision",
              "version": 1
            },
            {
              "name": "settlement",
              "version": 1,
              "genesis": {
                "balances": [
                  {
                    "amount": "10000000000",
                    "currency": "CNY",
                    "partyId": "bank-a"
                  },
                  {
                    "amount": "10000000000",
                    "currency": "CNY",
                    "partyId": "bank-b"
                  }
                ],
                "currencies": [
                  {
                    "currency": "CNY",
                    "issuer": "bank-a"
                  },
                  {
                    "currency": "VND",
                    "issuer": "dong-issuer"
                  }
                ]
              }
            },
            {
              "name": "invoices",
              "version": 1
            },
            {
              "name": "receivables",
              "version": 1
            },
            {
              "name": "payments",
              "version": 1
            },
            {
              "name": "governance",
              "version": 1,
              "genesis": {
                "members": [
                  {
                    "organization": "core-firm",
                    "partyId": "shunhe"
                  },
                  {
                    "organization": "supplier",
                    "partyId": "nanhai"
                  }
                ]
              }
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
      "result": 3
    }
  ],
  "chain_getBlock": [
    {
      "name": "a block with its transaction",
      "params": {
        "height": 1
      },
      "result": {
        "hash": "0x526ad70c840b8c4359603b1cc3c21f62a88f99137c66b704e234f90561893d7a",
        "height": 1,
        "timeMs": 1760000001000,
        "header": {
          "version": 2,
          "genesisHash": "0x95d7032e1b068bc79656f07c54c80de8ab408ad913f3b2be14933a688a149b97",
          "epoch": 0,
          "height": 1,
          "parent": "0xbb77f33fe562e8a490e8ebecc4a4124524d4d69cbe31325059e16d815c710858",
          "timeMs": 1760000001000,
          "proposer": 0,
          "txRoot": "0x7ae35ca8b9d480a1e0f8fe435fa7f1bccee0bc973687220d3a58a8d2606f05df",
          "receiptsRoot": "0x14d326f6437efc2671458b6e0bfe5dff98ac657c50cf635a4c88cb167c0bf14a",
          "stateRoot": "0xa8bc5ddc9c31221de8e2f50388fbd22ca42a260442120651038c68d9cf64ad12",
          "validatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
          "nextValidatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
          "paramsHash": "0x937292ab365c3fb027ae45453e9118be08fb691d7348e852556e3a1002b18f75",
          "evidenceRoot": "0xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        },
        "certificate": {
          "epoch": 0,
          "view": 0,
          "height": 1,
          "digest": "0xedf20ca58061eb2474b16ff8ba8b30acfd04d40d59c81acf432a742a398f82d0",
          "headerHash": "0x526ad70c840b8c4359603b1cc3c21f62a88f99137c66b704e234f90561893d7a",
          "signatures": [
            {
              "signer": 0,
              "signature": "0xa69bac88b2b7b81edc68d4f4eee19b93504f90d92b131ccf533c6e2b63d204f5d7e0aabf67a4d1fd4b6b72336590b90750cc7f66fed6f84e2ffdcec2b5c1ed04"
            },
            {
              "signer": 1,
              "signature": "0xd83441d67307250631339e3e744b179c1c8f0bdfc1fd3e5fb711e365f978506abb2630e518666fa5c14f110d1e8c05a786cca6a7518575ec157458c842ee4709"
            },
            {
              "signer": 2,
              "signature": "0x436dedf1dab7d97825a4f526a9280afc27590d23e8c5171d26546c1b4ca12e6ec246dffae7e6846640c30a2b94498df00f1c5d49ab7d4146ad6400e623aa9603"
            }
          ]
        },
        "sizeBytes": 264,
        "transactionIds": [
          "0xd14cc9ca233c02e1295bd2c095fd22385eedc34a77d88d72aa9463b2a8436c8e"
        ],
        "transactions": [
          {
            "hash": "0xd14cc9ca233c02e1295bd2c095fd22385eedc34a77d88d72aa9463b2a8436c8e",
            "body": {
              "genesisHash": "0x95d7032e1b068bc79656f07c54c80de8ab408ad913f3b2be14933a688a149b97",
              "chainId": 20260,
              "sender": "0x79201a0d2d125f10bd8064965206cce4e6a8f35e",
              "coSigners": [],
              "expiresAtMs": 1760000600000,
              "unique": "0x00000000000000000000000000000001",
              "calls": [
                {
                  "module": "settlement",
                  "command": "transfer",
                  "params": {
                    "from": "bank-a",
                    "to": "nanhai",
                    "currency": "CNY",
                    "amount": "150000",
                    "reference": "invoice 2026-001"
                  }
                }
              ]
            },
            "raw": "0x0801129b010a2095d7032e1b068bc79656f07c54c80de8ab408ad913f3b2be14933a688a149b9710a49e011a1479201a0d2d125f10bd8064965206cce4e6a8f35e28c0cfd7c19c333210000000000000000000000000000000014a440a0a736574746c656d656e7412087472616e736665721a2c0a0662616e6b2d6112066e616e6861691a03434e5922030249f02a10696e766f69636520323032362d3030311a6608011220bdd695c23fbc664799a87655410869055a6fc4f542ada351d7b25ff01795420c1a40c0be0dfe42fc2de4be3221db86dd9e40168c0632fc3cc2cf2f4dde1a4313ad7f568a840e09533b905db0ccd3b6292855cf714111b186c097b3b163ce4055ec0a"
          }
        ],
        "receipts": [
          {
            "txId": "0xd14cc9ca233c02e1295bd2c095fd22385eedc34a77d88d72aa9463b2a8436c8e",
            "index": 0,
            "outcome": "success",
            "events": [
              {
                "module": "settlement",
                "type": "transferred",
                "attributes": [
                  {
                    "key": "amount",
                    "value": "150000"
                  },
                  {
                    "key": "currency",
                    "value": "CNY"
                  },
                  {
                    "key": "from",
                    "value": "bank-a"
                  },
                  {
                    "key": "reference",
                    "value": "invoice 2026-001"
                  },
                  {
                    "key": "to",
                    "value": "nanhai"
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
        "hash": "0xf85069ed7806298741792711d7e8799174d4f8e768b3707ac6ba9cc637b8bf4d",
        "height": 3,
        "timeMs": 1760000003000,
        "header": {
          "version": 2,
          "genesisHash": "0x95d7032e1b068bc79656f07c54c80de8ab408ad913f3b2be14933a688a149b97",
          "epoch": 0,
          "height": 3,
          "parent": "0x48a61e9b5e41b5aeb74e051a07732dd5584cee550f021f887e3beabb9969c341",
          "timeMs": 1760000003000,
          "proposer": 0,
          "txRoot": "0x6161a1c59c2aacea00c18cbf53a1d2d417a2d45b7ce6a31a57c4b99a6a61ada2",
          "receiptsRoot": "0xa6f8c914d5f646852967962f17f8233fe8657c19bfbfac4a6332170c9ab0132a",
          "stateRoot": "0x265af926c44b3141601a951af19a82e0f29fa3f24c9a1c55e3d835e62e1d9953",
          "validatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
          "nextValidatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
          "paramsHash": "0x937292ab365c3fb027ae45453e9118be08fb691d7348e852556e3a1002b18f75",
          "evidenceRoot": "0xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        },
        "certificate": {
          "epoch": 0,
          "view": 0,
          "height": 3,
          "digest": "0x4796c83f685f7aeccac0f54440c66b93da2549940c8dc4c651da94b0d8ea8524",
          "headerHash": "0xf85069ed7806298741792711d7e8799174d4f8e768b3707ac6ba9cc637b8bf4d",
          "signatures": [
            {
              "signer": 0,
              "signature": "0x0b775d3dccbd34d8cb092eae89945cbe98d4586f5c5e4f8dd025059011e947ad43e54da2216a2b35da270c540fe8dce6ff88aa60e2be7c4604e9c8494347ea08"
            },
            {
              "signer": 1,
              "signature": "0x526a69173e04a1fb6aa694245e066585ace4b289acb063fe3faf43b71df15526e9f630cabf3836786f48c2aa26901021d2215d35ec764d8908496d2fdb49a10d"
            },
            {
              "signer": 2,
              "signature": "0x0dc314e1907cf103867ff83db50ef63f1475d5b98d3036b4543d120364ebe02b9c86820a8b85de92bfff2a7a675214df841d23ec29790561dd9b245104b84506"
            }
          ]
        },
        "sizeBytes": 451,
        "transactionIds": [
          "0xada2e6bba6c74fadbdf81fe089d124f56843be5cd516468017fccbbc4ce951d5"
        ]
      }
    }
  ],
  "chain_getHeader": [
    {
      "name": "by hash",
      "params": {
        "height": "0x526ad70c840b8c4359603b1cc3c21f62a88f99137c66b704e234f90561893d7a"
      },
      "result": {
        "hash": "0x526ad70c840b8c4359603b1cc3c21f62a88f99137c66b704e234f90561893d7a",
        "height": 1,
        "timeMs": 1760000001000,
        "header": {
          "version": 2,
          "genesisHash": "0x95d7032e1b068bc79656f07c54c80de8ab408ad913f3b2be14933a688a149b97",
          "epoch": 0,
          "height": 1,
          "parent": "0xbb77f33fe562e8a490e8ebecc4a4124524d4d69cbe31325059e16d815c710858",
          "timeMs": 1760000001000,
          "proposer": 0,
          "txRoot": "0x7ae35ca8b9d480a1e0f8fe435fa7f1bccee0bc973687220d3a58a8d2606f05df",
          "receiptsRoot": "0x14d326f6437efc2671458b6e0bfe5dff98ac657c50cf635a4c88cb167c0bf14a",
          "stateRoot": "0xa8bc5ddc9c31221de8e2f50388fbd22ca42a260442120651038c68d9cf64ad12",
          "validatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
          "nextValidatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
          "paramsHash": "0x937292ab365c3fb027ae45453e9118be08fb691d7348e852556e3a1002b18f75",
          "evidenceRoot": "0xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        }
      }
    },
    {
      "name": "of a height",
      "params": {
        "height": 1
      },
      "result": {
        "hash": "0x526ad70c840b8c4359603b1cc3c21f62a88f99137c66b704e234f90561893d7a",
        "height": 1,
        "timeMs": 1760000001000,
        "header": {
          "version": 2,
          "genesisHash": "0x95d7032e1b068bc79656f07c54c80de8ab408ad913f3b2be14933a688a149b97",
          "epoch": 0,
          "height": 1,
          "parent": "0xbb77f33fe562e8a490e8ebecc4a4124524d4d69cbe31325059e16d815c710858",
          "timeMs": 1760000001000,
          "proposer": 0,
          "txRoot": "0x7ae35ca8b9d480a1e0f8fe435fa7f1bccee0bc973687220d3a58a8d2606f05df",
          "receiptsRoot": "0x14d326f6437efc2671458b6e0bfe5dff98ac657c50cf635a4c88cb167c0bf14a",
          "stateRoot": "0xa8bc5ddc9c31221de8e2f50388fbd22ca42a260442120651038c68d9cf64ad12",
          "validatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
          "nextValidatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
          "paramsHash": "0x937292ab365c3fb027ae45453e9118be08fb691d7348e852556e3a1002b18f75",
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
        "hash": "0x526ad70c840b8c4359603b1cc3c21f62a88f99137c66b704e234f90561893d7a",
        "height": 1,
        "header": {
          "version": 2,
          "genesisHash": "0x95d7032e1b068bc79656f07c54c80de8ab408ad913f3b2be14933a688a149b97",
          "epoch": 0,
          "height": 1,
          "parent": "0xbb77f33fe562e8a490e8ebecc4a4124524d4d69cbe31325059e16d815c710858",
          "timeMs": 1760000001000,
          "proposer": 0,
          "txRoot": "0x7ae35ca8b9d480a1e0f8fe435fa7f1bccee0bc973687220d3a58a8d2606f05df",
          "receiptsRoot": "0x14d326f6437efc2671458b6e0bfe5dff98ac657c50cf635a4c88cb167c0bf14a",
          "stateRoot": "0xa8bc5ddc9c31221de8e2f50388fbd22ca42a260442120651038c68d9cf64ad12",
          "validatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
          "nextValidatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
          "paramsHash": "0x937292ab365c3fb027ae45453e9118be08fb691d7348e852556e3a1002b18f75",
          "evidenceRoot": "0xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        },
        "certificate": {
          "epoch": 0,
          "view": 0,
          "height": 1,
          "digest": "0xedf20ca58061eb2474b16ff8ba8b30acfd04d40d59c81acf432a742a398f82d0",
          "headerHash": "0x526ad70c840b8c4359603b1cc3c21f62a88f99137c66b704e234f90561893d7a",
          "signatures": [
            {
              "signer": 0,
              "signature": "0xa69bac88b2b7b81edc68d4f4eee19b93504f90d92b131ccf533c6e2b63d204f5d7e0aabf67a4d1fd4b6b72336590b90750cc7f66fed6f84e2ffdcec2b5c1ed04"
            },
            {
              "signer": 1,
              "signature": "0xd83441d67307250631339e3e744b179c1c8f0bdfc1fd3e5fb711e365f978506abb2630e518666fa5c14f110d1e8c05a786cca6a7518575ec157458c842ee4709"
            },
            {
              "signer": 2,
              "signature": "0x436dedf1dab7d97825a4f526a9280afc27590d23e8c5171d26546c1b4ca12e6ec246dffae7e6846640c30a2b94498df00f1c5d49ab7d4146ad6400e623aa9603"
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
            "hash": "0xf85069ed7806298741792711d7e8799174d4f8e768b3707ac6ba9cc637b8bf4d",
            "height": 3,
            "timeMs": 1760000003000,
            "header": {
              "version": 2,
              "genesisHash": "0x95d7032e1b068bc79656f07c54c80de8ab408ad913f3b2be14933a688a149b97",
              "epoch": 0,
              "height": 3,
              "parent": "0x48a61e9b5e41b5aeb74e051a07732dd5584cee550f021f887e3beabb9969c341",
              "timeMs": 1760000003000,
              "proposer": 0,
              "txRoot": "0x6161a1c59c2aacea00c18cbf53a1d2d417a2d45b7ce6a31a57c4b99a6a61ada2",
              "receiptsRoot": "0xa6f8c914d5f646852967962f17f8233fe8657c19bfbfac4a6332170c9ab0132a",
              "stateRoot": "0x265af926c44b3141601a951af19a82e0f29fa3f24c9a1c55e3d835e62e1d9953",
              "validatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
              "nextValidatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
              "paramsHash": "0x937292ab365c3fb027ae45453e9118be08fb691d7348e852556e3a1002b18f75",
              "evidenceRoot": "0xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
            },
            "transactionCount": 1,
            "rejectedCount": 0,
            "eventCount": 1,
            "sizeBytes": 451
          },
          {
            "hash": "0x48a61e9b5e41b5aeb74e051a07732dd5584cee550f021f887e3beabb9969c341",
            "height": 2,
            "timeMs": 1760000002000,
            "header": {
              "version": 2,
              "genesisHash": "0x95d7032e1b068bc79656f07c54c80de8ab408ad913f3b2be14933a688a149b97",
              "epoch": 0,
              "height": 2,
              "parent": "0x526ad70c840b8c4359603b1cc3c21f62a88f99137c66b704e234f90561893d7a",
              "timeMs": 1760000002000,
              "proposer": 0,
              "txRoot": "0xbddc41eec10aaf89fe4a56d029b7f82fedcd93df9e4baf9ed318509bdc88216e",
              "receiptsRoot": "0xc7c49e239637d703a4c973922a11f6241269210e9034f0132c6af7642f59511b",
              "stateRoot": "0x7ac7a5948170f6fa0a7c75f68924644e5f95c0ffbbb90432f727b486ddf4c32b",
              "validatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
              "nextValidatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
              "paramsHash": "0x937292ab365c3fb027ae45453e9118be08fb691d7348e852556e3a1002b18f75",
              "evidenceRoot": "0xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
            },
            "transactionCount": 1,
            "rejectedCount": 1,
            "eventCount": 0,
            "sizeBytes": 268
          }
        ],
        "nextCursor": "1:1",
        "complete": true,
        "indexedFrom": 0,
        "indexedTo": 3,
        "height": 3
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
            "hash": "0xbb77f33fe562e8a490e8ebecc4a4124524d4d69cbe31325059e16d815c710858",
            "height": 0,
            "timeMs": 1760000000000,
            "header": {
              "version": 2,
              "genesisHash": "0x95d7032e1b068bc79656f07c54c80de8ab408ad913f3b2be14933a688a149b97",
              "epoch": 0,
              "height": 0,
              "parent": "0x0000000000000000000000000000000000000000000000000000000000000000",
              "timeMs": 1760000000000,
              "proposer": 0,
              "txRoot": "0xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
              "receiptsRoot": "0xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
              "stateRoot": "0x9509e0de09ca4f95ccf1164fd281df44d81a9a582f8bbc6bbbaa0139bbbb10f0",
              "validatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
              "nextValidatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
              "paramsHash": "0x937292ab365c3fb027ae45453e9118be08fb691d7348e852556e3a1002b18f75",
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
        "indexedFrom": 0,
        "indexedTo": 3,
        "height": 3
      }
    },
    {
      "name": "of two heights",
      "params": {
        "from": 1,
        "to": 2,
        "order": "ascending"
      },
      "result": {
        "items": [
          {
            "hash": "0x526ad70c840b8c4359603b1cc3c21f62a88f99137c66b704e234f90561893d7a",
            "height": 1,
            "timeMs": 1760000001000,
            "header": {
              "version": 2,
              "genesisHash": "0x95d7032e1b068bc79656f07c54c80de8ab408ad913f3b2be14933a688a149b97",
              "epoch": 0,
              "height": 1,
              "parent": "0xbb77f33fe562e8a490e8ebecc4a4124524d4d69cbe31325059e16d815c710858",
              "timeMs": 1760000001000,
              "proposer": 0,
              "txRoot": "0x7ae35ca8b9d480a1e0f8fe435fa7f1bccee0bc973687220d3a58a8d2606f05df",
              "receiptsRoot": "0x14d326f6437efc2671458b6e0bfe5dff98ac657c50cf635a4c88cb167c0bf14a",
              "stateRoot": "0xa8bc5ddc9c31221de8e2f50388fbd22ca42a260442120651038c68d9cf64ad12",
              "validatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
              "nextValidatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
              "paramsHash": "0x937292ab365c3fb027ae45453e9118be08fb691d7348e852556e3a1002b18f75",
              "evidenceRoot": "0xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
            },
            "transactionCount": 1,
            "rejectedCount": 0,
            "eventCount": 1,
            "sizeBytes": 264
          },
          {
            "hash": "0x48a61e9b5e41b5aeb74e051a07732dd5584cee550f021f887e3beabb9969c341",
            "height": 2,
            "timeMs": 1760000002000,
            "header": {
              "version": 2,
              "genesisHash": "0x95d7032e1b068bc79656f07c54c80de8ab408ad913f3b2be14933a688a149b97",
              "epoch": 0,
              "height": 2,
              "parent": "0x526ad70c840b8c4359603b1cc3c21f62a88f99137c66b704e234f90561893d7a",
              "timeMs": 1760000002000,
              "proposer": 0,
              "txRoot": "0xbddc41eec10aaf89fe4a56d029b7f82fedcd93df9e4baf9ed318509bdc88216e",
              "receiptsRoot": "0xc7c49e239637d703a4c973922a11f6241269210e9034f0132c6af7642f59511b",
              "stateRoot": "0x7ac7a5948170f6fa0a7c75f68924644e5f95c0ffbbb90432f727b486ddf4c32b",
              "validatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
              "nextValidatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
              "paramsHash": "0x937292ab365c3fb027ae45453e9118be08fb691d7348e852556e3a1002b18f75",
              "evidenceRoot": "0xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
            },
            "transactionCount": 1,
            "rejectedCount": 1,
            "eventCount": 0,
            "sizeBytes": 268
          }
        ],
        "nextCursor": null,
        "complete": true,
        "indexedFrom": 0,
        "indexedTo": 3,
        "height": 3
      }
    }
  ],
  "chain_getParams": [
    {
      "name": "in force",
      "params": {},
      "result": {
        "height": 3,
        "paramsHash": "0x937292ab365c3fb027ae45453e9118be08fb691d7348e852556e3a1002b18f75",
        "params": {
          "window": 8,
          "blockBytesMax": 1048576,
          "blockTransactionsMax": 2000,
          "transactionBytesMax": 65536,
          "timeToLiveMsMax": 600000,
          "maxDriftMs": 5000,
          "heartbeatMs": 2000
        },
        "modules": [
          {
            "name": "organizations",
            "version": 1
          },
          {
            "name": "supervision",
            "version": 1
          },
          {
            "name": "settlement",
            "version": 1
          },
          {
            "name": "invoices",
            "version": 1
          },
          {
            "name": "receivables",
            "version": 1
          },
          {
            "name": "payments",
            "version": 1
          },
          {
            "name": "governance",
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
        "sender": "0x79201a0d2d125f10bd8064965206cce4e6a8f35e",
        "calls": [
          {
            "module": "settlement",
            "command": "transfer",
            "params": {
              "from": "bank-a",
              "to": "nanhai",
              "currency": "CNY",
              "amount": "150000",
              "reference": "invoice 2026-001"
            }
          }
        ],
        "expiresInBlocks": 60,
        "clientRef": "order-1"
      },
      "result": {
        "body": "0x0a2095d7032e1b068bc79656f07c54c80de8ab408ad913f3b2be14933a688a149b9710a49e011a1479201a0d2d125f10bd8064965206cce4e6a8f35e28f8c0bac19c3332100101010101010101010101010101010142076f726465722d314a440a0a736574746c656d656e7412087472616e736665721a2c0a0662616e6b2d6112066e616e6861691a03434e5922030249f02a10696e766f69636520323032362d303031",
        "signBytes": "0x0f68616e73652f74782d7369676e2f31edda52c577bf6d88aeaf4fa8fd584e1774777b6ae16f5563e4edae8ec7a78b4d",
        "hash": "0xedda52c577bf6d88aeaf4fa8fd584e1774777b6ae16f5563e4edae8ec7a78b4d",
        "preview": {
          "genesisHash": "0x95d7032e1b068bc79656f07c54c80de8ab408ad913f3b2be14933a688a149b97",
          "chainId": 20260,
          "sender": "0x79201a0d2d125f10bd8064965206cce4e6a8f35e",
          "coSigners": [],
          "expiresAtMs": 1760000123000,
          "unique": "0x01010101010101010101010101010101",
          "clientRef": "order-1",
          "calls": [
            {
              "module": "settlement",
              "command": "transfer",
              "params": {
                "from": "bank-a",
                "to": "nanhai",
                "currency": "CNY",
                "amount": "150000",
                "reference": "invoice 2026-001"
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
        "raw": "0x0801129b010a2095d7032e1b068bc79656f07c54c80de8ab408ad913f3b2be14933a688a149b9710a49e011a1479201a0d2d125f10bd8064965206cce4e6a8f35e28c0cfd7c19c333210000000000000000000000000000000034a440a0a736574746c656d656e7412087472616e736665721a2c0a0662616e6b2d6112066e616e6861691a03434e5922030249f02a10696e766f69636520323032362d3030311a6608011220bdd695c23fbc664799a87655410869055a6fc4f542ada351d7b25ff01795420c1a40e6481b8cd049f30f238fa1a422f544e1bb161ebe450fc6a7d6bff250d53a2fb46ea7685fdd1d242f54d78079f784fdc76bbab96d11a9d7b13c91dc2a7eabf50e"
      },
      "result": {
        "hash": "0x9f041c21221e3cb5b6f3fba71299716e73f8fbb6a1841bde7188fcb4b3f0c3e8",
        "height": 3,
        "outcome": "success",
        "events": [
          {
            "module": "settlement",
            "type": "transferred",
            "attributes": [
              {
                "key": "amount",
                "value": "150000"
              },
              {
                "key": "currency",
                "value": "CNY"
              },
              {
                "key": "from",
                "value": "bank-a"
              },
              {
                "key": "reference",
                "value": "invoice 2026-001"
              },
              {
                "key": "to",
                "value": "nanhai"
              }
            ]
          }
        ]
      }
    },
    {
      "name": "would be rejected",
      "params": {
        "sender": "0x79201a0d2d125f10bd8064965206cce4e6a8f35e",
        "calls": [
          {
            "module": "settlement",
            "command": "transfer",
            "params": {
              "from": "bank-a",
              "to": "nanhai",
              "currency": "CNY",
              "amount": "999999999999999",
              "reference": "invoice 2026-001"
            }
          }
        ],
        "expiresInBlocks": 60
      },
      "result": {
        "hash": "0xce00de453fefb1737344845cb7f17a0ef91d5a0fbbd70aa2c3299fb339fcd0ad",
        "height": 3,
        "outcome": "rejected",
        "code": "settlement/insufficient-funds",
        "callIndex": 0,
        "rejection": {
          "code": "settlement/insufficient-funds",
          "message": "bank-a holds 99998500.00 CNY, 9999999999999.99 CNY are needed (ISO 20022 AM04)",
          "hint": "See the query `balance`; let the issuer mint, or receive money first.",
          "path": "amount",
          "reason": "AM04"
        },
        "events": []
      }
    }
  ],
  "tx_send": [
    {
      "name": "new",
      "params": {
        "raw": "0x0801129b010a2095d7032e1b068bc79656f07c54c80de8ab408ad913f3b2be14933a688a149b9710a49e011a1479201a0d2d125f10bd8064965206cce4e6a8f35e28c0cfd7c19c333210000000000000000000000000000000034a440a0a736574746c656d656e7412087472616e736665721a2c0a0662616e6b2d6112066e616e6861691a03434e5922030249f02a10696e766f69636520323032362d3030311a6608011220bdd695c23fbc664799a87655410869055a6fc4f542ada351d7b25ff01795420c1a40e6481b8cd049f30f238fa1a422f544e1bb161ebe450fc6a7d6bff250d53a2fb46ea7685fdd1d242f54d78079f784fdc76bbab96d11a9d7b13c91dc2a7eabf50e"
      },
      "result": {
        "hash": "0x9f041c21221e3cb5b6f3fba71299716e73f8fbb6a1841bde7188fcb4b3f0c3e8",
        "known": false
      }
    },
    {
      "name": "once more",
      "params": {
        "raw": "0x0801129b010a2095d7032e1b068bc79656f07c54c80de8ab408ad913f3b2be14933a688a149b9710a49e011a1479201a0d2d125f10bd8064965206cce4e6a8f35e28c0cfd7c19c333210000000000000000000000000000000034a440a0a736574746c656d656e7412087472616e736665721a2c0a0662616e6b2d6112066e616e6861691a03434e5922030249f02a10696e766f69636520323032362d3030311a6608011220bdd695c23fbc664799a87655410869055a6fc4f542ada351d7b25ff01795420c1a40e6481b8cd049f30f238fa1a422f544e1bb161ebe450fc6a7d6bff250d53a2fb46ea7685fdd1d242f54d78079f784fdc76bbab96d11a9d7b13c91dc2a7eabf50e"
      },
      "result": {
        "hash": "0x9f041c21221e3cb5b6f3fba71299716e73f8fbb6a1841bde7188fcb4b3f0c3e8",
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
        "sizeBytes": 264,
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
            "hash": "0x9f041c21221e3cb5b6f3fba71299716e73f8fbb6a1841bde7188fcb4b3f0c3e8",
            "sender": "0x79201a0d2d125f10bd8064965206cce4e6a8f35e",
            "expiresAtMs": 1760000600000,
            "calls": [
              {
                "module": "settlement",
                "command": "transfer"
              }
            ],
            "sizeBytes": 264,
            "admittedAtMs": 1760000003000
          }
        ],
        "nextCursor": null,
        "complete": true,
        "size": 1
      }
    },
    {
      "name": "of a sender",
      "params": {
        "sender": "0x79201a0d2d125f10bd8064965206cce4e6a8f35e"
      },
      "result": {
        "items": [
          {
            "hash": "0x9f041c21221e3cb5b6f3fba71299716e73f8fbb6a1841bde7188fcb4b3f0c3e8",
            "sender": "0x79201a0d2d125f10bd8064965206cce4e6a8f35e",
            "expiresAtMs": 1760000600000,
            "calls": [
              {
                "module": "settlement",
                "command": "transfer"
              }
            ],
            "sizeBytes": 264,
            "admittedAtMs": 1760000003000
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
        "raw": "0x0801129b010a2095d7032e1b068bc79656f07c54c80de8ab408ad913f3b2be14933a688a149b9710a49e011a1479201a0d2d125f10bd8064965206cce4e6a8f35e28c0cfd7c19c333210000000000000000000000000000000044a440a0a736574746c656d656e7412087472616e736665721a2c0a0662616e6b2d6112066e616e6861691a03434e5922030249f02a10696e766f69636520323032362d3030311a6608011220bdd695c23fbc664799a87655410869055a6fc4f542ada351d7b25ff01795420c1a4082e19a1d9a73eb49fce0073ee9690e3a3e4dce47f1158219124c87e4cecd069a84d87cab74337fbe2cde165dea7b3078e6072e90b89fbc30e3f4efe11e499509",
        "timeoutMs": 5000
      },
      "result": {
        "txId": "0xef62a5efa179380d8d256d009591dacaf89d4a4bea987ff64e578b34532d38b1",
        "index": 1,
        "outcome": "success",
        "events": [
          {
            "module": "settlement",
            "type": "transferred",
            "attributes": [
              {
                "key": "amount",
                "value": "150000"
              },
              {
                "key": "currency",
                "value": "CNY"
              },
              {
                "key": "from",
                "value": "bank-a"
              },
              {
                "key": "reference",
                "value": "invoice 2026-001"
              },
              {
                "key": "to",
                "value": "nanhai"
              }
            ]
          }
        ],
        "height": 4,
        "blockHash": "0x5c360a3da39dafbe9e45214bd96a950212c97c9c55616c560b05012ad9dc404f",
        "timeMs": 1760000003001
      }
    }
  ],
  "tx_get": [
    {
      "name": "final",
      "params": {
        "hash": "0xd14cc9ca233c02e1295bd2c095fd22385eedc34a77d88d72aa9463b2a8436c8e"
      },
      "result": {
        "hash": "0xd14cc9ca233c02e1295bd2c095fd22385eedc34a77d88d72aa9463b2a8436c8e",
        "status": "final",
        "transaction": {
          "hash": "0xd14cc9ca233c02e1295bd2c095fd22385eedc34a77d88d72aa9463b2a8436c8e",
          "body": {
            "genesisHash": "0x95d7032e1b068bc79656f07c54c80de8ab408ad913f3b2be14933a688a149b97",
            "chainId": 20260,
            "sender": "0x79201a0d2d125f10bd8064965206cce4e6a8f35e",
            "coSigners": [],
            "expiresAtMs": 1760000600000,
            "unique": "0x00000000000000000000000000000001",
            "calls": [
              {
                "module": "settlement",
                "command": "transfer",
                "params": {
                  "from": "bank-a",
                  "to": "nanhai",
                  "currency": "CNY",
                  "amount": "150000",
                  "reference": "invoice 2026-001"
                }
              }
            ]
          },
          "raw": "0x0801129b010a2095d7032e1b068bc79656f07c54c80de8ab408ad913f3b2be14933a688a149b9710a49e011a1479201a0d2d125f10bd8064965206cce4e6a8f35e28c0cfd7c19c333210000000000000000000000000000000014a440a0a736574746c656d656e7412087472616e736665721a2c0a0662616e6b2d6112066e616e6861691a03434e5922030249f02a10696e766f69636520323032362d3030311a6608011220bdd695c23fbc664799a87655410869055a6fc4f542ada351d7b25ff01795420c1a40c0be0dfe42fc2de4be3221db86dd9e40168c0632fc3cc2cf2f4dde1a4313ad7f568a840e09533b905db0ccd3b6292855cf714111b186c097b3b163ce4055ec0a"
        },
        "receipt": {
          "txId": "0xd14cc9ca233c02e1295bd2c095fd22385eedc34a77d88d72aa9463b2a8436c8e",
          "index": 0,
          "outcome": "success",
          "events": [
            {
              "module": "settlement",
              "type": "transferred",
              "attributes": [
                {
                  "key": "amount",
                  "value": "150000"
                },
                {
                  "key": "currency",
                  "value": "CNY"
                },
                {
                  "key": "from",
                  "value": "bank-a"
                },
                {
                  "key": "reference",
                  "value": "invoice 2026-001"
                },
                {
                  "key": "to",
                  "value": "nanhai"
                }
              ]
            }
          ],
          "height": 1,
          "blockHash": "0x526ad70c840b8c4359603b1cc3c21f62a88f99137c66b704e234f90561893d7a",
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
        "hash": "0xd14cc9ca233c02e1295bd2c095fd22385eedc34a77d88d72aa9463b2a8436c8e"
      },
      "result": {
        "txId": "0xd14cc9ca233c02e1295bd2c095fd22385eedc34a77d88d72aa9463b2a8436c8e",
        "index": 0,
        "outcome": "success",
        "events": [
          {
            "module": "settlement",
            "type": "transferred",
            "attributes": [
              {
                "key": "amount",
                "value": "150000"
              },
              {
                "key": "currency",
                "value": "CNY"
              },
              {
                "key": "from",
                "value": "bank-a"
              },
              {
                "key": "reference",
                "value": "invoice 2026-001"
              },
              {
                "key": "to",
                "value": "nanhai"
              }
            ]
          }
        ],
        "height": 1,
        "blockHash": "0x526ad70c840b8c4359603b1cc3c21f62a88f99137c66b704e234f90561893d7a",
        "timeMs": 1760000001000
      }
    }
  ],
  "tx_waitForReceipt": [
    {
      "name": "rejected by a module",
      "params": {
        "hash": "0x94cbf19a936d9c443cdd8c89bfa0e678c96cc04b1cb564f97757b750e0de27a3",
        "timeoutMs": 1000
      },
      "result": {
        "txId": "0x94cbf19a936d9c443cdd8c89bfa0e678c96cc04b1cb564f97757b750e0de27a3",
        "index": 0,
        "outcome": "rejected",
        "code": "settlement/insufficient-funds",
        "callIndex": 0,
        "reason": "AM04",
        "events": [],
        "height": 2,
        "blockHash": "0x48a61e9b5e41b5aeb74e051a07732dd5584cee550f021f887e3beabb9969c341",
        "timeMs": 1760000002000
      }
    }
  ],
  "tx_getProof": [
    {
      "name": "of a final transaction",
      "params": {
        "hash": "0xd14cc9ca233c02e1295bd2c095fd22385eedc34a77d88d72aa9463b2a8436c8e"
      },
      "result": {
        "id": "0xd14cc9ca233c02e1295bd2c095fd22385eedc34a77d88d72aa9463b2a8436c8e",
        "height": 1,
        "receipt": {
          "txId": "0xd14cc9ca233c02e1295bd2c095fd22385eedc34a77d88d72aa9463b2a8436c8e",
          "index": 0,
          "outcome": "success",
          "events": [
            {
              "module": "settlement",
              "type": "transferred",
              "attributes": [
                {
                  "key": "amount",
                  "value": "150000"
                },
                {
                  "key": "currency",
                  "value": "CNY"
                },
                {
                  "key": "from",
                  "value": "bank-a"
                },
                {
                  "key": "reference",
                  "value": "invoice 2026-001"
                },
                {
                  "key": "to",
                  "value": "nanhai"
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
          "version": 2,
          "genesisHash": "0x95d7032e1b068bc79656f07c54c80de8ab408ad913f3b2be14933a688a149b97",
          "epoch": 0,
          "height": 1,
          "parent": "0xbb77f33fe562e8a490e8ebecc4a4124524d4d69cbe31325059e16d815c710858",
          "timeMs": 1760000001000,
          "proposer": 0,
          "txRoot": "0x7ae35ca8b9d480a1e0f8fe435fa7f1bccee0bc973687220d3a58a8d2606f05df",
          "receiptsRoot": "0x14d326f6437efc2671458b6e0bfe5dff98ac657c50cf635a4c88cb167c0bf14a",
          "stateRoot": "0xa8bc5ddc9c31221de8e2f50388fbd22ca42a260442120651038c68d9cf64ad12",
          "validatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
          "nextValidatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
          "paramsHash": "0x937292ab365c3fb027ae45453e9118be08fb691d7348e852556e3a1002b18f75",
          "evidenceRoot": "0xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        },
        "certificate": {
          "epoch": 0,
          "view": 0,
          "height": 1,
          "digest": "0xedf20ca58061eb2474b16ff8ba8b30acfd04d40d59c81acf432a742a398f82d0",
          "headerHash": "0x526ad70c840b8c4359603b1cc3c21f62a88f99137c66b704e234f90561893d7a",
          "signatures": [
            {
              "signer": 0,
              "signature": "0xa69bac88b2b7b81edc68d4f4eee19b93504f90d92b131ccf533c6e2b63d204f5d7e0aabf67a4d1fd4b6b72336590b90750cc7f66fed6f84e2ffdcec2b5c1ed04"
            },
            {
              "signer": 1,
              "signature": "0xd83441d67307250631339e3e744b179c1c8f0bdfc1fd3e5fb711e365f978506abb2630e518666fa5c14f110d1e8c05a786cca6a7518575ec157458c842ee4709"
            },
            {
              "signer": 2,
              "signature": "0x436dedf1dab7d97825a4f526a9280afc27590d23e8c5171d26546c1b4ca12e6ec246dffae7e6846640c30a2b94498df00f1c5d49ab7d4146ad6400e623aa9603"
            }
          ]
        }
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
            "hash": "0xef62a5efa179380d8d256d009591dacaf89d4a4bea987ff64e578b34532d38b1",
            "height": 4,
            "blockHash": "0x5c360a3da39dafbe9e45214bd96a950212c97c9c55616c560b05012ad9dc404f",
            "timeMs": 1760000003001,
            "index": 1,
            "sender": "0x79201a0d2d125f10bd8064965206cce4e6a8f35e",
            "calls": [
              {
                "module": "settlement",
                "command": "transfer"
              }
            ],
            "outcome": "success"
          }
        ],
        "nextCursor": "4:1",
        "complete": true,
        "indexedFrom": 0,
        "indexedTo": 4,
        "height": 4
      }
    },
    {
      "name": "what a module rejected",
      "params": {
        "outcome": "rejected",
        "module": "settlement",
        "order": "ascending"
      },
      "result": {
        "items": [
          {
            "hash": "0x94cbf19a936d9c443cdd8c89bfa0e678c96cc04b1cb564f97757b750e0de27a3",
            "height": 2,
            "blockHash": "0x48a61e9b5e41b5aeb74e051a07732dd5584cee550f021f887e3beabb9969c341",
            "timeMs": 1760000002000,
            "index": 0,
            "sender": "0x79201a0d2d125f10bd8064965206cce4e6a8f35e",
            "calls": [
              {
                "module": "settlement",
                "command": "transfer"
              }
            ],
            "outcome": "rejected",
            "code": "settlement/insufficient-funds",
            "callIndex": 0,
            "reason": "AM04"
          }
        ],
        "nextCursor": null,
        "complete": true,
        "indexedFrom": 0,
        "indexedTo": 4,
        "height": 4
      }
    },
    {
      "name": "of a party, for lack of money",
      "params": {
        "party": "bank-a",
        "code": "settlement/insufficient-funds",
        "limit": 10
      },
      "result": {
        "items": [
          {
            "hash": "0x94cbf19a936d9c443cdd8c89bfa0e678c96cc04b1cb564f97757b750e0de27a3",
            "height": 2,
            "blockHash": "0x48a61e9b5e41b5aeb74e051a07732dd5584cee550f021f887e3beabb9969c341",
            "timeMs": 1760000002000,
            "index": 0,
            "sender": "0x79201a0d2d125f10bd8064965206cce4e6a8f35e",
            "calls": [
              {
                "module": "settlement",
                "command": "transfer"
              }
            ],
            "outcome": "rejected",
            "code": "settlement/insufficient-funds",
            "callIndex": 0,
            "reason": "AM04"
          }
        ],
        "nextCursor": null,
        "complete": true,
        "indexedFrom": 0,
        "indexedTo": 4,
        "height": 4
      }
    }
  ],
  "event_list": [
    {
      "name": "what a firm was paid",
      "params": {
        "module": "settlement",
        "type": "transferred",
        "attributes": {
          "to": "nanhai"
        },
        "from": "earliest",
        "to": "latest"
      },
      "result": {
        "items": [
          {
            "event": {
              "module": "settlement",
              "type": "transferred",
              "attributes": [
                {
                  "key": "amount",
                  "value": "150000"
                },
                {
                  "key": "currency",
                  "value": "CNY"
                },
                {
                  "key": "from",
                  "value": "bank-a"
                },
                {
                  "key": "reference",
                  "value": "invoice 2026-001"
                },
                {
                  "key": "to",
                  "value": "nanhai"
                }
              ]
            },
            "txId": "0xd14cc9ca233c02e1295bd2c095fd22385eedc34a77d88d72aa9463b2a8436c8e",
            "height": 1,
            "blockHash": "0x526ad70c840b8c4359603b1cc3c21f62a88f99137c66b704e234f90561893d7a",
            "timeMs": 1760000001000,
            "index": 0
          },
          {
            "event": {
              "module": "settlement",
              "type": "transferred",
              "attributes": [
                {
                  "key": "amount",
                  "value": "150000"
                },
                {
                  "key": "currency",
                  "value": "CNY"
                },
                {
                  "key": "from",
                  "value": "bank-a"
                },
                {
                  "key": "reference",
                  "value": "invoice 2026-001"
                },
                {
                  "key": "to",
                  "value": "nanhai"
                }
              ]
            },
            "txId": "0x9f041c21221e3cb5b6f3fba71299716e73f8fbb6a1841bde7188fcb4b3f0c3e8",
            "height": 4,
            "blockHash": "0x5c360a3da39dafbe9e45214bd96a950212c97c9c55616c560b05012ad9dc404f",
            "timeMs": 1760000003001,
            "index": 0
          },
          {
            "event": {
              "module": "settlement",
              "type": "transferred",
              "attributes": [
                {
                  "key": "amount",
                  "value": "150000"
                },
                {
                  "key": "currency",
                  "value": "CNY"
                },
                {
                  "key": "from",
                  "value": "bank-a"
                },
                {
                  "key": "reference",
                  "value": "invoice 2026-001"
                },
                {
                  "key": "to",
                  "value": "nanhai"
                }
              ]
            },
            "txId": "0xef62a5efa179380d8d256d009591dacaf89d4a4bea987ff64e578b34532d38b1",
            "height": 4,
            "blockHash": "0x5c360a3da39dafbe9e45214bd96a950212c97c9c55616c560b05012ad9dc404f",
            "timeMs": 1760000003001,
            "index": 1
          }
        ],
        "nextCursor": null,
        "complete": true,
        "indexedFrom": 0,
        "indexedTo": 4,
        "height": 4
      }
    }
  ],
  "sub_subscribe": [
    {
      "name": "what a firm is paid, from the beginning",
      "params": {
        "topic": "events",
        "filter": {
          "module": "settlement",
          "type": "transferred",
          "attributes": {
            "to": "nanhai"
          }
        },
        "from": 1
      },
      "result": {
        "id": "1",
        "cursor": "1:0"
      }
    },
    {
      "name": "transfers, from the next block on",
      "params": {
        "topic": "transactions",
        "filter": {
          "module": "settlement",
          "command": "transfer"
        }
      },
      "result": {
        "id": "2",
        "cursor": "5:0"
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
        "id": "3",
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
        "id": "4",
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
        "cursor": "5:0"
      }
    }
  ],
  "state_query": [
    {
      "name": "without args",
      "params": {
        "module": "settlement",
        "query": "currencies"
      },
      "result": {
        "value": {
          "items": [
            {
              "currency": "CNY",
              "exponent": 2,
              "issuer": "bank-a",
              "minted": "20000000000",
              "redeemed": "0",
              "outstanding": "20000000000"
            },
            {
              "currency": "VND",
              "exponent": 0,
              "issuer": "dong-issuer",
              "minted": "0",
              "redeemed": "0",
              "outstanding": "0"
            }
          ]
        },
        "height": 4
      }
    },
    {
      "name": "a balance",
      "params": {
        "module": "settlement",
        "query": "balance",
        "args": {
          "partyId": "bank-b",
          "currency": "CNY"
        }
      },
      "result": {
        "value": {
          "account": "bank-b",
          "currency": "CNY",
          "exponent": 2,
          "amount": "10000000000"
        },
        "height": 4
      }
    },
    {
      "name": "at an earlier height",
      "params": {
        "module": "settlement",
        "query": "balance",
        "args": {
          "partyId": "bank-b",
          "currency": "CNY"
        },
        "height": 1
      },
      "result": {
        "value": {
          "account": "bank-b",
          "currency": "CNY",
          "exponent": 2,
          "amount": "10000000000"
        },
        "height": 1
      }
    },
    {
      "name": "who may act",
      "params": {
        "module": "organizations",
        "query": "party",
        "args": {
          "partyId": "nanhai"
        }
      },
      "result": {
        "value": {
          "party": {
            "partyId": "nanhai",
            "name": "Nanhai Precision Mould Co., Ltd.",
            "country": "CN",
            "uscc": "91440605MADEM20025",
            "roles": [
              "supplier"
            ],
            "kyc": {
              "status": "ACTIVE",
              "validUntilMs": 1791536000000,
              "changedAtMs": 1760000000000
            },
            "registeredAtMs": 1760000000000,
            "operators": [
              "0x628f2ad0cd19214b89eb2b9247d9f4e241b6e893",
              "0xd7c50200952b19767bf2034c7eeae6232df20e16"
            ]
          },
          "account": "0x0188bcbc45c45afd2e2a7102f4b852750e99e531",
          "active": true
        },
        "height": 4
      }
    }
  ],
  "state_getProof": [
    {
      "name": "of a balance",
      "params": {
        "key": "0x736574746c656d656e740062616c616e636500434e590062616e6b2d62",
        "height": 1
      },
      "result": {
        "height": 1,
        "key": "0x736574746c656d656e740062616c616e636500434e590062616e6b2d62",
        "value": "0x0a0502540be400",
        "proof": {
          "key": "0x736574746c656d656e740062616c616e636500434e590062616e6b2d62",
          "value": "0x0a0502540be400",
          "siblings": [
            "0x96b195052705d23c1bb1717c7a75f64fdbe56212a50ef7a37e78cc07d23ad557",
            "0x7f57f73b2907da721c972f20b69aa6e1f2c5668bf7735a86385e17c9648e463a",
            "0x3fc1233ebaf91df37a3ce87c4321739e54329078d79622a5e0c050219711f6a6",
            "0x95f23c9dc71a02513756708f2f3f4b4329c9f6fe4f468917ece0a5c758531b8d",
            "0xa5abdaa0e403e688a4cba945611c1efb9ac84730b84327a61c6c796589e6ef4f",
            "0xee407d1c8a326afd9b4dccdb4907c0b8110d1a38e2fd38af8e75b528b873eb2e",
            "0x4bc3ca47bcc4046197e200d2ce30a0181812872f91fe62ccd705f0309efb78d6",
            "0x01d713f3246cc8141f019f7597c521c6dfe49786b2689ef0a294ed1be75abfca"
          ]
        },
        "header": {
          "version": 2,
          "genesisHash": "0x95d7032e1b068bc79656f07c54c80de8ab408ad913f3b2be14933a688a149b97",
          "epoch": 0,
          "height": 1,
          "parent": "0xbb77f33fe562e8a490e8ebecc4a4124524d4d69cbe31325059e16d815c710858",
          "timeMs": 1760000001000,
          "proposer": 0,
          "txRoot": "0x7ae35ca8b9d480a1e0f8fe435fa7f1bccee0bc973687220d3a58a8d2606f05df",
          "receiptsRoot": "0x14d326f6437efc2671458b6e0bfe5dff98ac657c50cf635a4c88cb167c0bf14a",
          "stateRoot": "0xa8bc5ddc9c31221de8e2f50388fbd22ca42a260442120651038c68d9cf64ad12",
          "validatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
          "nextValidatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
          "paramsHash": "0x937292ab365c3fb027ae45453e9118be08fb691d7348e852556e3a1002b18f75",
          "evidenceRoot": "0xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        },
        "certificate": {
          "epoch": 0,
          "view": 0,
          "height": 1,
          "digest": "0xedf20ca58061eb2474b16ff8ba8b30acfd04d40d59c81acf432a742a398f82d0",
          "headerHash": "0x526ad70c840b8c4359603b1cc3c21f62a88f99137c66b704e234f90561893d7a",
          "signatures": [
            {
              "signer": 0,
              "signature": "0xa69bac88b2b7b81edc68d4f4eee19b93504f90d92b131ccf533c6e2b63d204f5d7e0aabf67a4d1fd4b6b72336590b90750cc7f66fed6f84e2ffdcec2b5c1ed04"
            },
            {
              "signer": 1,
              "signature": "0xd83441d67307250631339e3e744b179c1c8f0bdfc1fd3e5fb711e365f978506abb2630e518666fa5c14f110d1e8c05a786cca6a7518575ec157458c842ee4709"
            },
            {
              "signer": 2,
              "signature": "0x436dedf1dab7d97825a4f526a9280afc27590d23e8c5171d26546c1b4ca12e6ec246dffae7e6846640c30a2b94498df00f1c5d49ab7d4146ad6400e623aa9603"
            }
          ]
        }
      }
    },
    {
      "name": "that a party has no account",
      "params": {
        "key": "0x736574746c656d656e740062616c616e636500434e5900746178"
      },
      "result": {
        "height": 4,
        "key": "0x736574746c656d656e740062616c616e636500434e5900746178",
        "value": null,
        "proof": {
          "key": "0x736574746c656d656e740062616c616e636500434e5900746178",
          "siblings": [
            "0xf714db83ec397936bd82b797ca6be3cbfbc9d9a1dcb543e72848573d1bd0fe74",
            "0x15b208b9052e785acbcb048b73a96a178579bd4aaf3694f973231ede6aef0015",
            "0x231ae5d9ae634628c68e18d99c83fb74eb28e01a8b95f8e4996f436ceba5a3dc",
            "0xccea5bd87d3e058fc0046ef532029ac494d1c4a6c27d0a90f95f9654566c3fde",
            "0x1a9994fb633d0e536a967ce7054eba37264ca1727c56d437b316a066bc61fa7b",
            "0x72460e3bfa185eeda97a8ce70d89a89559bd5869d4863703230530f888969fdb",
            "0xb8a73584f44f74bdd48a7bfb2c01b4243dc4a8ce6f9f46ab60d9e62e30c09c1c",
            "0x0000000000000000000000000000000000000000000000000000000000000000",
            "0x9a5c9c1c4f9da3f976b2c661bb6820246148d3eb76e331b43481667e594b1a77"
          ],
          "otherLeaf": {
            "keyHash": "0x321e04959e5c95f20d39a1b6b4e51ec462f7565757655848f286dd3938bf2dd8",
            "valueHash": "0xe86074e72394f15ae6a8b644fbc98fce6205f165c0316b70a9d7001e1816aaa3"
          }
        },
        "header": {
          "version": 2,
          "genesisHash": "0x95d7032e1b068bc79656f07c54c80de8ab408ad913f3b2be14933a688a149b97",
          "epoch": 0,
          "height": 4,
          "parent": "0xf85069ed7806298741792711d7e8799174d4f8e768b3707ac6ba9cc637b8bf4d",
          "timeMs": 1760000003001,
          "proposer": 0,
          "txRoot": "0x1fa24741134c1874b9afb4ff7245568e73a8280c13bc9279cd45b4684ec328e5",
          "receiptsRoot": "0xa5fd318cd9174a8c9df5be28df1e265657b5e9b2bd4210ee0c7bab75e0515c7e",
          "stateRoot": "0xc5025e1fa74607a5d6e20e3cd91f560d55f8783290ac464b1281685c62ec06c1",
          "validatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
          "nextValidatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
          "paramsHash": "0x937292ab365c3fb027ae45453e9118be08fb691d7348e852556e3a1002b18f75",
          "evidenceRoot": "0xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        },
        "certificate": {
          "epoch": 0,
          "view": 0,
          "height": 4,
          "digest": "0x22b016c6bc2e6833833aa568b84a78fa66c4c8f769d3b5781b4c147b064a143d",
          "headerHash": "0x5c360a3da39dafbe9e45214bd96a950212c97c9c55616c560b05012ad9dc404f",
          "signatures": [
            {
              "signer": 0,
              "signature": "0xf6b7b55cfcf633f0a71b9c06ef4a0dae7c784d97bd10b01c7f770877a785629ff5f68037c22e9ae59bf956ed49d57970b6f677e029a49aeba4e21afffc9c8f03"
            },
            {
              "signer": 1,
              "signature": "0x964c080af99113106426c67aff731fc40aaec1170df83fdc11eb8ffb194a2a0a981f31e89a76f291ea3a15555c963cc1b741b6b66eda03171a3f2530dae80b00"
            },
            {
              "signer": 2,
              "signature": "0x7627c0bea669e52de7067661d13b9989b182def586accb7e910d9324a5502c9eae19e3ab4d6e82031e31e19141a713c11058b7d68bb3204f7f8e57b986ce680a"
            }
          ]
        }
      }
    }
  ],
  "consensus_getStanding": [
    {
      "name": "a validator",
      "params": {},
      "result": {
        "standing": "validator",
        "consensusKey": "0x98262647d4209e7bba8c19cd5084ac3d8aa53442d060d2558c151171c8c8b18f",
        "organization": "bank-a",
        "index": 0
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
        "head": 4,
        "quorum": 3,
        "slots": [
          {
            "height": 5,
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
              "bytes": "0x98262647d4209e7bba8c19cd5084ac3d8aa53442d060d2558c151171c8c8b18f"
            },
            "peerId": "12D3KooWQ8cpeQKoSgE4cYST8Syn5CjafYrCdcyMEEVCbdw7Brrr",
            "addresses": [
              "127.0.0.1:10545"
            ]
          },
          {
            "index": 1,
            "organization": "bank-b",
            "consensusKey": {
              "algorithm": 1,
              "bytes": "0x62d20eb1f5aa28d39c6635a81af21922f7791894cb61fdd3c7ad281576d22954"
            },
            "peerId": "12D3KooWDYWVwwSt2f3mkYLjGxZaMumH1d2uBoJtH4nfcNFy1Dpi",
            "addresses": [
              "127.0.0.1:10546"
            ]
          },
          {
            "index": 2,
            "organization": "core-firm",
            "consensusKey": {
              "algorithm": 1,
              "bytes": "0x4e45b30f2c3ee54294593e475ed0e4915f642642a38a5d21e5a6df7460da9a11"
            },
            "peerId": "12D3KooWBT727YMVp3W5xaqakGAqt4fdQPAWrGqQitAFKKux4H8W",
            "addresses": [
              "127.0.0.1:10547"
            ]
          },
          {
            "index": 3,
            "organization": "supplier",
            "consensusKey": {
              "algorithm": 1,
              "bytes": "0x373a45aa01f4568a4430a4db2a96411a33ef675307c0028c842f460d62b0a7b8"
            },
            "peerId": "12D3KooWKEkPeHRnvLYkk2mNdXXoZTDh2DEeKyM5fvBtwonGYAWE",
            "addresses": [
              "127.0.0.1:10548"
            ]
          }
        ],
        "nextCursor": null
      }
    }
  ],
  "consensus_listEpochs": [
    {
      "name": "from genesis on",
      "params": {},
      "result": {
        "items": [
          {
            "epoch": 0,
            "firstHeight": 1,
            "validators": [
              {
                "organization": "bank-a",
                "consensusKey": {
                  "algorithm": 1,
                  "bytes": "0x98262647d4209e7bba8c19cd5084ac3d8aa53442d060d2558c151171c8c8b18f"
                },
                "peerId": "12D3KooWQ8cpeQKoSgE4cYST8Syn5CjafYrCdcyMEEVCbdw7Brrr",
                "addresses": [
                  "127.0.0.1:10545"
                ]
              },
              {
                "organization": "bank-b",
                "consensusKey": {
                  "algorithm": 1,
                  "bytes": "0x62d20eb1f5aa28d39c6635a81af21922f7791894cb61fdd3c7ad281576d22954"
                },
                "peerId": "12D3KooWDYWVwwSt2f3mkYLjGxZaMumH1d2uBoJtH4nfcNFy1Dpi",
                "addresses": [
                  "127.0.0.1:10546"
                ]
              },
              {
                "organization": "core-firm",
                "consensusKey": {
                  "algorithm": 1,
                  "bytes": "0x4e45b30f2c3ee54294593e475ed0e4915f642642a38a5d21e5a6df7460da9a11"
                },
                "peerId": "12D3KooWBT727YMVp3W5xaqakGAqt4fdQPAWrGqQitAFKKux4H8W",
                "addresses": [
                  "127.0.0.1:10547"
                ]
              },
              {
                "organization": "supplier",
                "consensusKey": {
                  "algorithm": 1,
                  "bytes": "0x373a45aa01f4568a4430a4db2a96411a33ef675307c0028c842f460d62b0a7b8"
                },
                "peerId": "12D3KooWKEkPeHRnvLYkk2mNdXXoZTDh2DEeKyM5fvBtwonGYAWE",
                "addresses": [
                  "127.0.0.1:10548"
                ]
              }
            ]
          }
        ],
        "nextCursor": null
      }
    }
  ],
  "consensus_getSignerStats": [
    {
      "name": "of the last blocks",
      "params": {},
      "result": {
        "height": 4,
        "fromHeight": 1,
        "windowMax": 1000,
        "items": [
          {
            "index": 0,
            "organization": "bank-a",
            "signed": 4,
            "missed": 0,
            "lastSignedHeight": 4,
            "proposed": 4,
            "viewsLost": 0
          },
          {
            "index": 1,
            "organization": "bank-b",
            "signed": 4,
            "missed": 0,
            "lastSignedHeight": 4,
            "proposed": 0,
            "viewsLost": 0
          },
          {
            "index": 2,
            "organization": "core-firm",
            "signed": 4,
            "missed": 0,
            "lastSignedHeight": 4,
            "proposed": 0,
            "viewsLost": 0
          },
          {
            "index": 3,
            "organization": "supplier",
            "signed": 0,
            "missed": 4,
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
              "signature": "0x600b290c085e58bd5f4e8199b19f0a04545b871d8db108c2716554f91e71c77d92bca5b03b5d63245d902f29e2cd31e6cbcb4f755bd47715b11d1178d04ecb00",
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
              "signature": "0x8465783849e15eabcf1e609b90e7343817b7ad455a5c137dd4afea97f711a8740e836ecbe04b1c4247111ae7a3d4754283c77251d03eb10e3e114c74cfa92c07",
              "message": {
                "type": "prepare",
                "view": 0,
                "height": 2,
                "digest": "0xbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"
              }
            }
          }
        ],
        "onChain": [],
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
        "onChain": [],
        "nextCursor": null
      }
    }
  ],
  "consensus_getStatements": [
    {
      "name": "of an observer",
      "params": {
        "height": 1
      },
      "result": {
        "height": 1,
        "committed": {
          "epoch": 0,
          "view": 0,
          "height": 1,
          "digest": "0xedf20ca58061eb2474b16ff8ba8b30acfd04d40d59c81acf432a742a398f82d0",
          "headerHash": "0x526ad70c840b8c4359603b1cc3c21f62a88f99137c66b704e234f90561893d7a",
          "signatures": [
            {
              "signer": 0,
              "signature": "0xa69bac88b2b7b81edc68d4f4eee19b93504f90d92b131ccf533c6e2b63d204f5d7e0aabf67a4d1fd4b6b72336590b90750cc7f66fed6f84e2ffdcec2b5c1ed04"
            },
            {
              "signer": 1,
              "signature": "0xd83441d67307250631339e3e744b179c1c8f0bdfc1fd3e5fb711e365f978506abb2630e518666fa5c14f110d1e8c05a786cca6a7518575ec157458c842ee4709"
            },
            {
              "signer": 2,
              "signature": "0x436dedf1dab7d97825a4f526a9280afc27590d23e8c5171d26546c1b4ca12e6ec246dffae7e6846640c30a2b94498df00f1c5d49ab7d4146ad6400e623aa9603"
            }
          ]
        },
        "prepared": [],
        "newViews": [],
        "nextCursor": null
      }
    }
  ],
  "gov_listProposals": [
    {
      "name": "those that are open",
      "params": {
        "status": "open",
        "limit": 10
      },
      "result": {
        "height": 4,
        "items": [
          {
            "proposalId": "1",
            "proposer": "bank-a",
            "action": {
              "type": "activateModule",
              "name": "loyalty",
              "version": 1,
              "hash": "0x7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e",
              "atHeight": 100000
            },
            "deadlineMs": 1761209600000,
            "yes": [
              "bank-a"
            ],
            "no": [],
            "status": "open",
            "note": "points for the members of the chain"
          }
        ],
        "nextCursor": null
      }
    }
  ],
  "gov_getProposal": [
    {
      "name": "one that has been voted on",
      "params": {
        "proposalId": "1"
      },
      "result": {
        "height": 4,
        "proposal": {
          "proposalId": "1",
          "proposer": "bank-a",
          "action": {
            "type": "activateModule",
            "name": "loyalty",
            "version": 1,
            "hash": "0x7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e",
            "atHeight": 100000
          },
          "deadlineMs": 1761209600000,
          "yes": [
            "bank-a"
          ],
          "no": [],
          "status": "open",
          "note": "points for the members of the chain"
        },
        "quorum": 3,
        "members": [
          {
            "organization": "bank-a",
            "partyId": "bank-a"
          },
          {
            "organization": "bank-b",
            "partyId": "bank-b"
          },
          {
            "organization": "core-firm",
            "partyId": "shunhe"
          },
          {
            "organization": "supplier",
            "partyId": "nanhai"
          }
        ]
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
        "height": 4,
        "items": [
          {
            "organization": "bank-a",
            "party": {
              "name": "Demo Bank A",
              "country": "CN",
              "uscc": "91440600MADEMBKA11",
              "bic": "DEMACNB0XXX",
              "roles": [
                "bank",
                "clearing-bank"
              ],
              "kyc": {
                "status": "ACTIVE",
                "validUntilMs": 1791536000000,
                "changedAtMs": 1760000000000
              },
              "active": true,
              "account": "0x3454847d1c8048449ade4cec10f0a4e8118bf4fb",
              "registeredAtMs": 1760000000000,
              "operators": 2
            },
            "validator": {
              "index": 0,
              "peerId": "12D3KooWQ8cpeQKoSgE4cYST8Syn5CjafYrCdcyMEEVCbdw7Brrr",
              "consensusKey": "0x98262647d4209e7bba8c19cd5084ac3d8aa53442d060d2558c151171c8c8b18f"
            }
          },
          {
            "organization": "bank-b",
            "party": {
              "name": "Demo Bank B",
              "country": "CN",
              "uscc": "91440600MADEMBKB25",
              "bic": "DEMBCNB0XXX",
              "roles": [
                "bank"
              ],
              "kyc": {
                "status": "ACTIVE",
                "validUntilMs": 1791536000000,
                "changedAtMs": 1760000000000
              },
              "active": true,
              "account": "0xc447ff51a7512e995e5585507197b5ccdedfa478",
              "registeredAtMs": 1760000000000,
              "operators": 2
            },
            "validator": {
              "index": 1,
              "peerId": "12D3KooWDYWVwwSt2f3mkYLjGxZaMumH1d2uBoJtH4nfcNFy1Dpi",
              "consensusKey": "0x62d20eb1f5aa28d39c6635a81af21922f7791894cb61fdd3c7ad281576d22954"
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
        "height": 4,
        "items": [
          {
            "organization": "bank-a",
            "party": {
              "name": "Demo Bank A",
              "country": "CN",
              "uscc": "91440600MADEMBKA11",
              "bic": "DEMACNB0XXX",
              "roles": [
                "bank",
                "clearing-bank"
              ],
              "kyc": {
                "status": "ACTIVE",
                "validUntilMs": 1791536000000,
                "changedAtMs": 1760000000000
              },
              "active": true,
              "account": "0x3454847d1c8048449ade4cec10f0a4e8118bf4fb",
              "registeredAtMs": 1760000000000,
              "operators": 2
            },
            "validator": {
              "index": 0,
              "peerId": "12D3KooWQ8cpeQKoSgE4cYST8Syn5CjafYrCdcyMEEVCbdw7Brrr",
              "consensusKey": "0x98262647d4209e7bba8c19cd5084ac3d8aa53442d060d2558c151171c8c8b18f"
            }
          },
          {
            "organization": "bank-b",
            "party": {
              "name": "Demo Bank B",
              "country": "CN",
              "uscc": "91440600MADEMBKB25",
              "bic": "DEMBCNB0XXX",
              "roles": [
                "bank"
              ],
              "kyc": {
                "status": "ACTIVE",
                "validUntilMs": 1791536000000,
                "changedAtMs": 1760000000000
              },
              "active": true,
              "account": "0xc447ff51a7512e995e5585507197b5ccdedfa478",
              "registeredAtMs": 1760000000000,
              "operators": 2
            },
            "validator": {
              "index": 1,
              "peerId": "12D3KooWDYWVwwSt2f3mkYLjGxZaMumH1d2uBoJtH4nfcNFy1Dpi",
              "consensusKey": "0x62d20eb1f5aa28d39c6635a81af21922f7791894cb61fdd3c7ad281576d22954"
            }
          },
          {
            "organization": "viet-bank",
            "party": {
              "name": "Demo Bank of Vietnam",
              "country": "VN",
              "lei": "300300DEMVNBANK00140",
              "bic": "DEMVVNV0XXX",
              "roles": [
                "bank"
              ],
              "kyc": {
                "status": "ACTIVE",
                "validUntilMs": 1791536000000,
                "changedAtMs": 1760000000000
              },
              "active": true,
              "account": "0x5f6a6e3c2fcc79ab2939d21c4be1f207584a80e9",
              "registeredAtMs": 1760000000000,
              "operators": 2
            }
          },
          {
            "organization": "dong-issuer",
            "party": {
              "name": "Demo Issuer of Dong",
              "country": "VN",
              "lei": "300300DEMVNDISS00116",
              "roles": [
                "bank"
              ],
              "kyc": {
                "status": "ACTIVE",
                "validUntilMs": 1791536000000,
                "changedAtMs": 1760000000000
              },
              "active": true,
              "account": "0xaa644ca2c16fdf8c1a038afe40a500bc81e4b4e9",
              "registeredAtMs": 1760000000000,
              "operators": 2
            }
          },
          {
            "organization": "fx-bank",
            "party": {
              "name": "Demo Exchange Bank",
              "country": "HK",
              "lei": "300300DEMHKLPRV00125",
              "bic": "DEMXHKH0XXX",
              "roles": [
                "bank"
              ],
              "kyc": {
                "status": "ACTIVE",
                "validUntilMs": 1791536000000,
                "changedAtMs": 1760000000000
              },
              "active": true,
              "account": "0x2f2b2b52ae38332bcb24793120a5e0a7af2a1841",
              "registeredAtMs": 1760000000000,
              "operators": 2
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
        "height": 4,
        "member": {
          "organization": "bank-a",
          "party": {
            "name": "Demo Bank A",
            "country": "CN",
            "uscc": "91440600MADEMBKA11",
            "bic": "DEMACNB0XXX",
            "roles": [
              "bank",
              "clearing-bank"
            ],
            "kyc": {
              "status": "ACTIVE",
              "validUntilMs": 1791536000000,
              "changedAtMs": 1760000000000
            },
            "active": true,
            "account": "0x3454847d1c8048449ade4cec10f0a4e8118bf4fb",
            "registeredAtMs": 1760000000000,
            "operators": 2
          },
          "validator": {
            "index": 0,
            "peerId": "12D3KooWQ8cpeQKoSgE4cYST8Syn5CjafYrCdcyMEEVCbdw7Brrr",
            "consensusKey": "0x98262647d4209e7bba8c19cd5084ac3d8aa53442d060d2558c151171c8c8b18f"
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
            "peerId": "12D3KooWDYWVwwSt2f3mkYLjGxZaMumH1d2uBoJtH4nfcNFy1Dpi",
            "organization": "bank-b",
            "connected": true,
            "head": 4,
            "addresses": [
              "/ip4/127.0.0.1/tcp/10546/p2p/12D3KooWDYWVwwSt2f3mkYLjGxZaMumH1d2uBoJtH4nfcNFy1Dpi"
            ],
            "connectedSinceMs": 1760000000000,
            "bytesIn": 1000,
            "bytesOut": 2000,
            "framesIn": 10,
            "framesOut": 20,
            "reconnects": 0
          },
          {
            "peerId": "12D3KooWBT727YMVp3W5xaqakGAqt4fdQPAWrGqQitAFKKux4H8W",
            "organization": "core-firm",
            "connected": true,
            "head": 4,
            "addresses": [
              "/ip4/127.0.0.1/tcp/10547/p2p/12D3KooWBT727YMVp3W5xaqakGAqt4fdQPAWrGqQitAFKKux4H8W"
            ],
            "connectedSinceMs": 1760000000000,
            "bytesIn": 1000,
            "bytesOut": 2000,
            "framesIn": 10,
            "framesOut": 20,
            "reconnects": 0
          },
          {
            "peerId": "12D3KooWKEkPeHRnvLYkk2mNdXXoZTDh2DEeKyM5fvBtwonGYAWE",
            "organization": "supplier",
            "connected": false,
            "head": 4,
            "addresses": [
              "/ip4/127.0.0.1/tcp/10548/p2p/12D3KooWKEkPeHRnvLYkk2mNdXXoZTDh2DEeKyM5fvBtwonGYAWE"
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
        "peerId": "12D3KooWQ8cpeQKoSgE4cYST8Syn5CjafYrCdcyMEEVCbdw7Brrr",
        "version": "0.1.0",
        "listen": [
          "/ip4/127.0.0.1/tcp/10545/p2p/12D3KooWQ8cpeQKoSgE4cYST8Syn5CjafYrCdcyMEEVCbdw7Brrr"
        ],
        "protocols": [
          "/hanse/95d7032e1b068bc7/control/1",
          "/hanse/95d7032e1b068bc7/consensus/1",
          "/hanse/95d7032e1b068bc7/transactions/1",
          "/hanse/95d7032e1b068bc7/sync/1"
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
          "description": "JSON-RPC 2.0 over HTTP POST /, for this machine alone and with the token of the node’s home. Heights and times (ms) are numbers, amounts decimal strings of minor units, bytes 0x-hex. error.data.code names the reason; docs/errors.md explains each. Examples are of a devnet of their own: other chains do not know the hashes and raw bytes in them.",
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
  ],
  "admin_createSnapshot": [
    {
      "name": "at the head",
      "params": {},
      "result": {
        "kind": "snapshot",
        "state": "running",
        "startedAtMs": 1700000000000,
        "step": "writing chunks",
        "done": 3,
        "total": 25
      }
    }
  ],
  "admin_getJob": [
    {
      "name": "under way",
      "params": {},
      "result": {
        "job": {
          "kind": "snapshot",
          "state": "running",
          "startedAtMs": 1700000000000,
          "step": "writing chunks",
          "done": 3,
          "total": 25
        }
      }
    },
    {
      "name": "done",
      "params": {},
      "result": {
        "job": {
          "kind": "snapshot",
          "state": "done",
          "startedAtMs": 1700000000000,
          "endedAtMs": 1700000000900,
          "step": "writing chunks",
          "done": 3,
          "total": 25,
          "folder": "/srv/hanse/data/snapshots/1200",
          "height": 1200,
          "sizeBytes": 8000000
        }
      }
    }
  ],
  "admin_listSnapshots": [
    {
      "name": "one",
      "params": {},
      "result": {
        "items": [
          {
            "folder": "/srv/hanse/data/snapshots/1200",
            "height": 1200,
            "sizeBytes": 8000000,
            "createdAtMs": 1700000000000
          }
        ],
        "nextCursor": null
      }
    }
  ],
  "admin_createBackup": [
    {
      "name": "with the keys",
      "params": {
        "keys": true
      },
      "result": {
        "kind": "backup",
        "state": "running",
        "startedAtMs": 1700000000000,
        "step": "writing chunks",
        "done": 3,
        "total": 25
      }
    }
  ]
}
